"""Prints who is out, or saves it as a PDF, after a look at it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.print_sheet import SheetDialog
from ui.paper.order import OutOrder
from ui.preferences import TWENTY_FOUR


class OutSheetDialog(SheetDialog):
    """The list as it will be printed."""

    def __init__(
        self, desk: Desk, authority_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Print who is out", parent, upright=False)
        self._authority_id = authority_id
        self.begin()

    def order(self) -> OutOrder:
        """Who is out, as things stand now."""
        return OutOrder(
            database=self.desk.database,
            viewer=self.desk.viewer,
            now=self.desk.now(),
            twenty_four=self.desk.preferences[TWENTY_FOUR],
            layout=self.paper(),
            authority_id=self._authority_id,
        )
