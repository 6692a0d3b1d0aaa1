"""A list and what is chosen of it, beside each other or one below the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

MOST = 16_777_215
"""Pixels, as Qt says that there is no limit."""


class TwoPanes(QSplitter):
    """Puts the second below the first whenever both do not fit beside each other."""

    def __init__(
        self, first: QWidget, second: QWidget, *, letters: int, shares: tuple[int, int]
    ) -> None:
        """``letters`` is how wide both are at least; ``shares`` divides the width."""
        super().__init__()
        self._letters = letters
        self._shares = [share * 100 for share in shares]
        self._panes = first, second
        for pane in self._panes:
            self.addWidget(pane)
        for place, share in enumerate(shares):
            self.setStretchFactor(place, share)
        self.setSizes(self._shares)
        self.setChildrenCollapsible(False)

    def _widths(self) -> list[int]:
        return [
            max(pane.minimumWidth(), pane.minimumSizeHint().width())
            for pane in self._panes
        ]

    def _least(self) -> int:
        """The width that both need beside each other."""
        asked = self._letters * self.fontMetrics().averageCharWidth()
        return max(asked, sum(self._widths()) + self.handleWidth())

    def minimumSizeHint(self) -> QSize:
        """No wider than the wider of the two: one can stand below the other."""
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(max(self._widths()), MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = across if self.width() >= self._least() else down
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self.setSizes(self._shares)  # those of the other way mean nothing here
