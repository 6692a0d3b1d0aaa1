"""Prints the way to a venue, or saves it as a PDF, after a look at it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.print_sheet import SheetDialog
from ui.paper.order import DirectionsOrder
from ui.preferences import TWENTY_FOUR


class DirectionsDialog(SheetDialog):
    """A page for somebody who comes: with ``booking_id`` for that appointment."""

    def __init__(
        self,
        desk: Desk,
        venue_id: int,
        parent: QWidget | None = None,
        *,
        booking_id: int | None = None,
    ) -> None:
        super().__init__(desk, "Directions", parent, upright=True)
        self._venue_id, self._booking_id = venue_id, booking_id
        self.begin()

    def order(self) -> DirectionsOrder:
        """The way there, as things stand now."""
        return DirectionsOrder(
            database=self.desk.database,
            viewer=self.desk.viewer,
            now=self.desk.now(),
            twenty_four=self.desk.preferences[TWENTY_FOUR],
            layout=self.paper(),
            venue_id=self._venue_id,
            booking_id=self._booking_id,
        )
