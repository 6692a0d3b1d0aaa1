"""Leads from a booking that may not stand as it is to where it can go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.move import MoveDialog
from ui.pages import schedule_words
from ui.pages.schedule_changes import Alterations
from ui.preferences import TWENTY_FOUR
from venues.domain.privacy import Seen, Sight
from venues.services import diary
from venues.services.apart import touched
from venues.services.moves import Move


class ApartMoving(QObject):
    """Opens the booking for those who see all of it, and moves it for the others."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._alterations = Alterations(desk, self)

    def begin(self, booking_id: int) -> None:
        """Open that booking, or ask where it is to go."""
        desk = self._desk
        with desk.database.read() as session:
            row = touched.seen(session, booking_id, desk.viewer)
        if row is not None and row.sight is not Sight.FULL:
            self._ask(row)
        else:
            desk.host.show_page("find", booking=booking_id, back="keep_apart")

    def _ask(self, row: Seen) -> None:
        with self._desk.database.read() as session:
            rooms = diary.rooms(session)
        dialog = MoveDialog(self._desk, row, rooms, self._page)
        names = {room.id: room.name for room in rooms}
        dialog.agreed.connect(partial(self._move, dialog, names))
        dialog.open()

    def _move(self, dialog: MoveDialog, names: dict[int, str], move: Move) -> None:
        where = schedule_words.place(
            names[move.to_room_id],
            move.period.starts,
            move.period.ends,
            twenty_four=self._desk.preferences[TWENTY_FOUR],
        )
        self._alterations.move(move, where, dialog.accept, dialog.refuse)
