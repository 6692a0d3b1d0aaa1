"""Opens the form in which a series is changed, and says what was done."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.series_editor import SeriesEditor
from ui.dialogs.series_work import Wanted
from venues.domain.privacy import Seen, Sight
from venues.domain.words import count
from venues.errors import VenuesError
from venues.services import diary, people
from venues.services.series import opened
from venues.services.series.change import Fate
from venues.services.series.changing import Changed

VERB = "Change series…"


class SeriesChanging(QObject):
    """Changes the series of a booking, in a way that can be undone."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def offers(self, row: Seen) -> bool:
        """Whether that booking repeats, and is the viewer's to change."""
        if row.booking_id is None or row.sight is not Sight.FULL:
            return False
        with self._desk.database.read() as session:
            return opened.repeats(session, row.booking_id, self._desk.now())

    def editor(self, booking_id: int) -> SeriesEditor | None:
        """The form for the booking's series; none, and a word why, where it may not."""
        desk = self._desk
        try:
            with desk.database.read() as session:
                here = opened.of_booking(
                    session, booking_id, desk.viewer, now=desk.now()
                )
                rooms = diary.rooms(session)
                staff = people.staff(session, desk.now().date())
        except VenuesError as trouble:
            desk.host.say(str(trouble))
            return None
        editor = SeriesEditor(desk, here, rooms, staff, self._page)
        editor.saved.connect(self._saved)
        return editor

    def _saved(self, done: tuple[Wanted, Changed]) -> None:
        desk = self._desk
        _, changed = done
        number = sum(step.fate is not Fate.STAYS for step in changed.steps)
        said = f"Changed {count(number, 'date')}: {changed.words}."
        desk.host.say(" ".join([said, *dict.fromkeys(changed.tells)]), undoable=True)
