"""What is done from Today about what an appointment needs, without opening it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.seeing_to import SeeingTo
from ui.models.reviews import when
from ui.pages import today_words as words
from ui.pages.today_rows import CAME, OPEN, STAYED_AWAY
from ui.preferences import TWENTY_FOUR
from venues.errors import VenuesError
from venues.services import police_there, seeing_to
from venues.services.bookings import Booked
from venues.services.today import OPEN as WAITS
from venues.services.today import Need

CONFIRMED = "Saved. The booking is confirmed."
NOTED = {
    CAME: "Noted: the police came.",
    STAYED_AWAY: "Noted: the police did not come.",
}
NOTE = "note about the police"


class TodayNeeds(QObject):
    """Answers what a row of the card asks, or leads to where it is seen to.

    Signals:
        opened: the booking itself is to be opened; carries its id.
    """

    opened = Signal(int)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def act(self, need: Need, key: str) -> None:
        """Do what the button of that key says."""
        id_ = need.appointment.seen.booking_id or 0
        if key in NOTED:
            self._note(id_, key)
        elif key == OPEN:
            self.opened.emit(id_)
        else:
            self._see_to(need, id_)

    def _see_to(self, need: Need, booking_id: int) -> None:
        desk = self._desk
        try:
            with desk.database.read() as session:
                asked = seeing_to.ask(session, booking_id, need.kind, desk.viewer)
        except VenuesError as trouble:
            desk.host.say(str(trouble))
            return
        seen = need.appointment.seen
        at = when(seen.starts, seen.ends, desk.preferences[TWENTY_FOUR])
        where = f"{at} · {words.place(need.appointment)}"
        dialog = SeeingTo(desk, asked, where, self._page)
        dialog.saved.connect(self._saved)
        dialog.opening.connect(self.opened)
        dialog.open()

    def _saved(self, booked: Booked) -> None:
        left = [WAITS[kind] for kind in booked.conditions]
        said = f"Saved. Still open: {left[0][0].lower()}{left[0][1:]}." if left else ""
        self._desk.host.say(said or CONFIRMED, undoable=True)

    def _note(self, booking_id: int, key: str) -> None:
        desk = self._desk

        try:
            with desk.database.write(NOTE) as session:
                police_there.note(
                    session, booking_id, desk.viewer, came=key == CAME, now=desk.now()
                )
        except VenuesError as trouble:
            desk.host.say(str(trouble))
            return
        desk.host.say(NOTED[key], undoable=True)
