"""Numbers against one another, the larger the darker; the number stands in its cell."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from ui import theme
from ui.contrast import mix, readable
from ui.paint import panel
from ui.theme import Colours, Size
from ui.widgets.drawn_table import DrawnTable

GAP = 3
TALL = 2.1
"""Height of a cell in lines of text."""

LABEL = 15
"""Letters of a line's name that stand beside one another."""

PALEST, DARKEST = 0.06, 0.88
FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
LEFT = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextWordWrap
)


class HeatGrid(DrawnTable):
    """Lines by columns; ``goes_well`` draws what is large as something good."""

    def __init__(self, name: str, *, goes_well: bool = False) -> None:
        super().__init__(name)
        self._goes_well = goes_well

    def box(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        left, top = self._label(), self._head()
        wide = (self.width() - left) / max(self.columns(), 1)
        tall = self._tall()
        return QRectF(left + column * wide, top + row * tall, wide - GAP, tall - GAP)

    def draw(self, painter: QPainter, c: Colours) -> None:
        """Draw all of it."""
        small = theme.sized(self.font(), Size.SMALL)
        painter.setFont(small)
        painter.setPen(c.muted)
        for column, head in enumerate(self.table.heads):
            box = self.box(0, column)
            painter.drawText(
                QRectF(box.left(), 0, box.width(), self._head()), FLAGS, head
            )
        most = max(
            (
                cell.value
                for line in self.table.lines
                for cell in line.cells
                if cell.value is not None
            ),
            default=0,
        )
        for row, line in enumerate(self.table.lines):
            box = self.box(row, 0)
            painter.setFont(small)
            painter.setPen(c.text)
            label = QRectF(0, box.top(), self._label() - GAP, box.height())
            painter.drawText(label, LEFT, line.label)
            for column, cell in enumerate(line.cells):
                self._cell(
                    painter, c, self.box(row, column), cell.words, cell.value, most
                )

    def _cell(
        self,
        painter: QPainter,
        c: Colours,
        box: QRectF,
        words: str,
        value: float | None,
        most: float,
    ) -> None:
        if value is None:
            fill, line = c.surface, c.outline
        else:
            fill, line = self._fill(c, value / most if most else 0), None
        if c.high_contrast:
            line = c.hairline
        panel(painter, box, fill, line, radius=2)
        if c.high_contrast and value:  # a bar says what no shade can
            foot = QRectF(box.left(), box.bottom() - 4, box.width() * value / most, 4)
            painter.fillRect(foot, c.text)
        painter.setPen(readable(c.text, fill))
        painter.drawText(box.adjusted(2, 0, -2, 0), FLAGS, words)

    def _fill(self, c: Colours, share: float) -> QColor:
        if c.high_contrast:
            return c.surface
        hue = c.accent if self._goes_well else c.bad.ink
        return mix(c.surface, hue, PALEST + (DARKEST - PALEST) * share)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.sized(self.font(), Size.SMALL))

    def _label(self) -> float:
        return LABEL * self._metrics().averageCharWidth() * 1.15

    def _head(self) -> float:
        return self._metrics().height() * 2

    def _tall(self) -> float:
        return self._metrics().height() * TALL + GAP

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        wide = self._label() + self.columns() * metrics.averageCharWidth() * 9
        return QSize(round(wide), round(self._head() + self.rows() * self._tall()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
