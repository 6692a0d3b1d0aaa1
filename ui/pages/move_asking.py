"""The dialog that moves a booking, with what may be asked where it is refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.move import MoveDialog
from ui.pages import booking_facts
from ui.pages.manager_asking import ManagerAsking
from ui.pages.room_asking import RoomAsking
from venues.domain.findings import Finding, Reason
from venues.domain.period import Period
from venues.domain.privacy import Seen, Sight
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput
from venues.services.moves import Move


def dialog(
    desk: Desk, row: Seen, parent: QWidget, *, to: tuple[int, Period] | None = None
) -> MoveDialog:
    """Ask where the booking is to go; ``to`` is what is proposed."""
    made = MoveDialog(desk, row, booking_facts.rooms(desk), parent, to=to)
    MoveAsking(desk, made, row)
    return made


class MoveAsking(QObject):
    """Offers to ask a manager, or for the room, about what is typed in the dialog.

    Only to one who knows what the booking is about: a button that were there for some
    bookings of others and not for all would say something of them.
    """

    def __init__(self, desk: Desk, dialog: MoveDialog, row: Seen) -> None:
        super().__init__(dialog)
        self._desk, self._dialog, self._row = desk, dialog, row
        self._manager = ManagerAsking(desk, dialog.ask_manager, dialog)
        self._room = RoomAsking(desk, dialog)
        self._manager.asked.connect(dialog.reject)
        dialog.judged.connect(self._offer)
        dialog.ask_room.clicked.connect(self._ask_room)

    @Slot(object)
    def _offer(self, findings: Sequence[Finding]) -> None:
        move = self._move() if self._row.sight is Sight.FULL else None
        refused = [each for each in findings if each.refuses]
        taken = any(each.reason is Reason.BOOKED for each in refused)
        books = self._desk.viewer.books
        self._dialog.ask_room.setVisible(move is not None and books and taken)
        if move is not None and refused:
            self._manager.offer_move(move, refused)
        else:
            self._dialog.ask_manager.hide()

    @Slot()
    def _ask_room(self) -> None:
        move = self._move()
        room = next(
            (
                each
                for each in booking_facts.rooms(self._desk)
                if move is not None and each.id == move.to_room_id
            ),
            None,
        )
        if move is not None and room is not None:
            self._room.open(room, move.period)

    def _move(self) -> Move | None:
        try:
            return self._dialog.move_wanted()
        except (NotUnderstood, WrongInput):
            return None
