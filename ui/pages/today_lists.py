"""What is done from Today with the lists: reviews, sign-offs, rooms asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.cancel import CancelDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.outcomes import OutcomesDialog
from ui.dialogs.reviews import ReviewsDialog
from ui.dialogs.sign_offs import SignOffsDialog
from ui.jobs import Lane, Progress
from ui.models.reviews import when
from ui.pages import booking_facts, move_asking
from ui.pages.schedule_changes import Alterations
from ui.preferences import TWENTY_FOUR
from ui.widgets.apart_list import NEW
from venues.database import catalogue as catalogues
from venues.domain.privacy import Seen, Sight
from venues.errors import VenuesError
from venues.services import room_requests
from venues.services.moves import Move
from venues.services.rehousing.values import Failing
from venues.services.room_requests import ASKED, YES, Wanted

SAID = {
    ASKED: "Whoever holds it is asked.",
    "yes": "You said yes.",
    "no": "Said no.",
}


class Lists(QObject):
    """Opens the lists over their page, and answers requests from its cards."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._alterations = Alterations(desk, self)

    @Slot(str)
    def open(self, key: str) -> None:
        """Show one of the lists."""
        if key == "sign_offs":
            SignOffsDialog(self._desk, self._page).open()
            return
        if key == "outcomes":
            OutcomesDialog(self._desk, self._page).open()
            return
        if key == "options":
            self._desk.host.show_page("evidence", view="options")
            return
        if key == "to_confirm":
            self._desk.host.show_page("keep_apart", chip=NEW)
            return
        dialog = ReviewsDialog(self._desk, self._page)
        dialog.wanted.connect(partial(self.do, dialog))
        dialog.open()

    def do(self, dialog: ReviewsDialog, what: str, row: Seen) -> None:
        """Move or cancel a booking, or go to where another room is found for it."""
        if what == "move":
            moving = move_asking.dialog(self._desk, row, dialog)
            moving.agreed.connect(partial(self._move, moving))
            moving.open()
        elif what == "cancel":
            asked = CancelDialog(
                [self._where(row)], dialog, costs=booking_facts.costs(self._desk, [row])
            )
            asked.agreed.connect(partial(self._cancel, asked, row))
            asked.open()
        elif what == "room":
            dialog.accept()
            failing = Failing(room_id=row.room_id)
            self._desk.host.show_page("venues", displaced=failing)
        else:
            dialog.accept()
            self._go_elsewhere(row)

    def answer(self, wanted: Wanted, state: str) -> None:
        """Pass a request on, or say yes or no to it."""
        desk = self._desk

        def work(_progress: Progress) -> str:
            with desk.database.write(f"answer about {wanted.room.name}") as session:
                return room_requests.decide(session, wanted.id, state, desk.viewer)

        done = partial(self._answered, wanted, state)
        desk.jobs.run("", work, done, failed=self._failed, lane=Lane.QUICK)

    def _answered(self, wanted: Wanted, state: str, _before: str) -> None:
        desk = self._desk
        desk.host.say(SAID[state], undoable=True)
        if state == YES and wanted.booking_id is not None:
            desk.host.show_page("find", booking=wanted.booking_id, back="today")

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self._desk.host.say(str(trouble))

    def _move(self, dialog: MoveDialog, move: Move) -> None:
        names = {room.id: room.name for room in booking_facts.rooms(self._desk)}
        at = when(move.period.starts, move.period.ends, self._twenty_four())
        where = f"{names[move.to_room_id]}, {at}"
        self._alterations.move(move, where, dialog.accept, dialog.refuse)

    def _cancel(self, dialog: CancelDialog, row: Seen, reason: str) -> None:
        self._alterations.cancel(
            [row], reason, self._where(row), dialog.accept, dialog.refuse
        )

    def _go_elsewhere(self, row: Seen) -> None:
        host = self._desk.host
        if row.sight is Sight.FULL:
            host.show_page("find", booking=row.booking_id, back="today")
            return
        with self._desk.database.read() as session:
            venue_id = catalogues.read(session).rooms[row.room_id].venue.id
        host.show_page("schedule", venue=venue_id, day=row.starts.date(), view="day")

    def _where(self, row: Seen) -> str:
        names = {room.id: room.name for room in booking_facts.rooms(self._desk)}
        at = when(row.starts, row.ends, self._twenty_four())
        return f"{names.get(row.room_id, 'the room')}, {at}"

    def _twenty_four(self) -> bool:
        return self._desk.preferences[TWENTY_FOUR]
