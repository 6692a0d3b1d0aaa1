"""Puts the plan for displaced bookings in the place of a page, and the page back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from venues.services.rehousing.values import Cause

if TYPE_CHECKING:
    from ui.pages.displaced import DisplacedPage


class Displacing(QStackedWidget):
    """One plan at a time; it goes when it is left."""

    def __init__(self, desk: Desk, usual: QWidget) -> None:
        super().__init__()
        self._desk, self._usual = desk, usual
        self.page: DisplacedPage | None = None
        self.addWidget(usual)

    def open(self, cause: Cause) -> None:
        """Plan for that cause, in the place of whatever was planned before."""
        # Imported here, since hardly anybody who looks at venues closes one.
        from ui.pages.displaced import DisplacedPage  # noqa: PLC0415

        self.close_plan()
        page = self.page = DisplacedPage(self._desk, cause)
        page.left.connect(self.close_plan)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.begin()

    @Slot()
    def close_plan(self) -> None:
        """Show the page again."""
        if self.page is not None:
            self.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
        self.setCurrentWidget(self._usual)
