"""A room's day as a bar, as a widget of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.delegates.daystrip import DayStrip, paint_strip, strip_height


class DayBar(QWidget):
    """Free, in use, closed and wished for, from 8am to 8pm."""

    def __init__(self, strip: DayStrip, *, marks: bool = True) -> None:
        super().__init__()
        self._strip = strip
        self._marks = marks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, strip: DayStrip) -> None:
        """Show another day."""
        self._strip = strip
        self.update()

    def sizeHint(self) -> QSize:
        tall = strip_height(self.font(), marks=self._marks)
        return QSize(self.fontMetrics().averageCharWidth() * 36, tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        paint_strip(
            QPainter(self),
            self.rect(),
            self._strip,
            base=self.font(),
            c=c,
            marks=self._marks,
        )
