"""Opens the form in which a series is changed, says what was done, and undoes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.series_editor import SeriesEditor
from ui.dialogs.series_work import Wanted, carry_out
from venues.domain.privacy import Seen, Sight
from venues.domain.words import count
from venues.errors import VenuesError
from venues.services import diary, people
from venues.services.series import opened, taking_back
from venues.services.series.change import Fate
from venues.services.series.changing import Changed
from venues.services.series.opened import Opened

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
        editor.saved.connect(partial(self._saved, editor))
        return editor

    def _saved(self, editor: SeriesEditor, done: tuple[Wanted, Changed]) -> None:
        desk = self._desk
        wanted, changed = done
        number = sum(step.fate is not Fate.STAYS for step in changed.steps)
        way = _Way(desk, editor.opened, wanted, changed)
        desk.undo.push("change of a series", way.back, way.again)
        said = f"Changed {count(number, 'date')}: {changed.words}."
        desk.host.say(" ".join([said, *dict.fromkeys(changed.tells)]), undoable=True)


@dataclass(slots=True)
class _Way:
    """The way back from a change, and there once more."""

    desk: Desk
    opened: Opened
    wanted: Wanted
    changed: Changed

    def back(self) -> None:
        """Put all of it as it was, unless somebody changed some of it since."""
        desk = self.desk
        with desk.database.write() as session:
            taking_back.take_back(
                session, self.changed.before, desk.viewer, now=desk.now()
            )
        with desk.database.read() as session:
            self.opened = opened.of_booking(
                session,
                self.opened.chosen.booking_id,
                desk.viewer,
                now=desk.now(),
            )

    def again(self) -> None:
        """Change it once more."""
        self.changed = carry_out(self.desk, self.opened, self.wanted)
