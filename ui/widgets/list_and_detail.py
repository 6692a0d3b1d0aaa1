"""A list with its detail beside it, or below it where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

SIDE_BY_SIDE = 116
"""Letters; with less width the detail stands under the list."""

WIDE, TALL = 44, 24
"""Letters in width that each of the two needs, and lines in height the detail does."""

MOST = 16_777_215
"""Pixels, as Qt says that there is no limit."""


class ListAndDetail(QSplitter):
    """Divides the place between the two, by the size of text that holds now."""

    def __init__(
        self, list_: QWidget, detail: QWidget, shares: tuple[int, int]
    ) -> None:
        super().__init__()
        self._both = (list_, detail)
        for place, (widget, share) in enumerate(zip(self._both, shares, strict=True)):
            self.addWidget(widget)
            self.setStretchFactor(place, share)
        self.setSizes([share * 100 for share in shares])
        self.setChildrenCollapsible(False)
        self.fit_text()

    def fit_text(self) -> None:
        """Take the size of text that holds now (see ``application.Appearance``)."""
        metrics = self.fontMetrics()
        for widget in self._both:
            widget.setMinimumWidth(metrics.averageCharWidth() * WIDE)
        self._both[1].setMinimumHeight(metrics.height() * TALL)
        self._turn()

    def _needs(self) -> list[int]:
        """The width that each of the two needs."""
        return [
            max(widget.minimumWidth(), widget.minimumSizeHint().width())
            for widget in self._both
        ]

    def _turn(self) -> None:
        """Put them beside or below each other, as there is room."""
        asked = SIDE_BY_SIDE * self.fontMetrics().averageCharWidth()
        least = max(asked, sum(self._needs()) + self.handleWidth())
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = across if self.width() >= least else down
        if self.orientation() != wanted:
            self.setOrientation(wanted)

    def minimumSizeHint(self) -> QSize:
        """No wider than the wider of the two: one can stand below the other."""
        return super().minimumSizeHint().boundedTo(QSize(max(self._needs()), MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
