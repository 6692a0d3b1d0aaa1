"""Words that wrap and are as tall as they need, without asking it of the whole page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.text import INK, Words


class TallWords(Words):
    """Takes the height of its text at whatever width it is given.

    A label that wraps makes Qt give every page around it its full height, and a list
    on that page could no longer scroll; this one sees to its own height instead.
    """

    def __init__(
        self,
        text: str = "",
        *,
        strong: bool = False,
        ink: QPalette.ColorRole = INK,
    ) -> None:
        super().__init__(text, strong=strong, ink=ink)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)

    def say(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)
            self._fit()
            self.updateGeometry()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # Qt counts it in, so it would never be less again
        self.setMinimumHeight(max(self.heightForWidth(max(self.width(), 1)), 0))

    def hasHeightForWidth(self) -> bool:
        # Words that wrap would say yes, whatever their policy.
        return False

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(wide, max(self.minimumHeight(), self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        longest = max(self.text().split(), key=len, default="")
        wide = self.fontMetrics().horizontalAdvance(longest) + 2
        return QSize(wide, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
