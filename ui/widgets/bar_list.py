"""Shares or amounts as bars, one below the other, with the number at the end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui import theme
from ui.contrast import mix
from ui.paint import panel
from ui.theme import Colours, M, Size
from ui.widgets.drawn_table import DrawnTable

TALL = 1.75
"""Height of a line in lines of text."""

BAR = 0.72
"""Height of a bar in lines of text."""

MIDDLE = Qt.AlignmentFlag.AlignVCenter
WIDEST = 0.42
"""How much of the width names usually may take."""


class BarList(DrawnTable):
    """The first column of a table; ``of_all`` measures it against the whole."""

    def __init__(
        self,
        name: str,
        *,
        of_all: bool = False,
        most_lines: int = 0,
        names: float = WIDEST,
    ) -> None:
        """``names`` is how much of the width names may take."""
        super().__init__(name)
        self._names = names
        self._of_all = of_all
        self.most_lines = most_lines

    def columns(self) -> int:
        """Only the first is drawn; the others are in the numbers beside."""
        return min(len(self.table.heads), 1)

    def box(self, row: int, column: int) -> QRectF:
        """A whole line."""
        tall = self._metrics().height() * TALL
        return QRectF(column, row * tall, self.width(), tall)

    def draw(self, painter: QPainter, c: Colours) -> None:
        """Draw all of it."""
        metrics = self._metrics()
        painter.setFont(theme.sized(self.font(), Size.SMALL))
        lines = self.table.lines[: self.rows()]
        label, number = self._widths()
        values = [line.cells[0].value or 0 for line in lines]
        most = 1 if self._of_all else max(values, default=0)
        for row, line in enumerate(lines):
            box, cell = self.box(row, 0), line.cells[0]
            words = metrics.elidedText(
                line.label, Qt.TextElideMode.ElideRight, round(label)
            )
            painter.setPen(c.text)
            painter.drawText(QRectF(0, box.top(), label, box.height()), MIDDLE, words)
            track = QRectF(
                label + M,
                box.center().y() - metrics.height() * BAR / 2,
                max(self.width() - label - number - 2 * M, 1),
                metrics.height() * BAR,
            )
            self._bar(painter, c, track, (values[row] / most) if most else 0)
            painter.setPen(c.text)
            end = QRectF(self.width() - number, box.top(), number, box.height())
            right = Qt.AlignmentFlag.AlignRight
            painter.drawText(end, MIDDLE | right, cell.words)

    def _bar(self, painter: QPainter, c: Colours, track: QRectF, share: float) -> None:
        ground = c.surface if c.high_contrast else mix(c.page, c.text, 0.03)
        panel(painter, track, ground, c.hairline if c.high_contrast else None, radius=2)
        if share > 0:
            filled = QRectF(track)
            filled.setWidth(max(track.width() * min(share, 1), 2))
            panel(painter, filled, c.accent, radius=2)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.sized(self.font(), Size.SMALL))

    def _widths(self) -> tuple[float, float]:
        """Of the names and of the numbers."""
        metrics, lines = self._metrics(), self.table.lines[: self.rows()]
        names = max(
            (metrics.horizontalAdvance(each.label) for each in lines), default=0
        )
        numbers = (metrics.horizontalAdvance(each.cells[0].words) for each in lines)
        return min(names + 2, self.width() * self._names), max(numbers, default=0) + 2

    def sizeHint(self) -> QSize:
        tall = self._metrics().height() * TALL
        return QSize(self._metrics().averageCharWidth() * 48, round(tall * self.rows()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._metrics().averageCharWidth() * 30, self.sizeHint().height())
