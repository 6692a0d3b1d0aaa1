"""A picture of numbers that can be read without seeing it: by keys, aloud, copied."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import clipboard, theme
from ui.models.table import as_html, as_text
from ui.paint import ring
from ui.theme import Colours
from ui.widgets.text import announce
from venues.services.evidence.shown import Table

Key = Qt.Key
WAYS = {
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
}
NOTHING = Table(key="", title="", heads=(), keys=(), lines=())


class DrawnTable(QWidget):
    """Draws the cells of a table; arrows go from one to the next and say it.

    Signals:
        opened: the numbers themselves are wanted, by Enter or a click.
    """

    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.table = NOTHING
        self.most_lines = 0
        self._at: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def show_table(self, table: Table | None) -> None:
        """Draw these numbers."""
        self.table = table or NOTHING
        self._at = None
        self.setAccessibleName(f"{self._name}. {self.table.title}")
        self.setAccessibleDescription(self._spoken())
        self.updateGeometry()
        self.update()

    def columns(self) -> int:
        """How many columns are drawn."""
        return len(self.table.heads)

    def rows(self) -> int:
        """How many lines are drawn: all, unless there are more than ``most_lines``."""
        number = len(self.table.lines)
        return min(number, self.most_lines) if self.most_lines else number

    def box(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        raise NotImplementedError

    def draw(self, painter: QPainter, c: Colours) -> None:
        """Draw all of it."""
        raise NotImplementedError

    def said(self, row: int, column: int) -> str:
        """One cell in words."""
        line, head = self.table.lines[row], self.table.heads[column]
        cell = line.cells[column]
        words = f"{line.label}, {head}: {cell.words}"
        return f"{words} ({cell.detail})" if cell.detail else words

    def copy(self) -> None:
        """Put all the numbers on the clipboard, with their headings."""
        titles = ["", *self.table.heads]
        rows = [
            [line.label, *(cell.words for cell in line.cells)]
            for line in self.table.lines
        ]
        clipboard.copy(as_text(titles, rows), as_html(titles, rows))

    def _spoken(self) -> str:
        lines = (
            f"{line.label}: " + ", ".join(cell.words for cell in line.cells)
            for line in self.table.lines
        )
        return ". ".join([", ".join(self.table.heads), *lines])

    def _cell_at(self, spot: QPoint) -> tuple[int, int] | None:
        for row in range(self.rows()):
            for column in range(self.columns()):
                if self.box(row, column).contains(spot):
                    return row, column
        return None

    def _step(self, down: int, right: int) -> None:
        if not self.rows() or not self.columns():
            return
        row, column = self._at or (0, 0)
        if self._at is not None:
            row = min(max(row + down, 0), self.rows() - 1)
            column = min(max(column + right, 0), self.columns() - 1)
        self._at = row, column
        announce(self, self.said(row, column))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key in WAYS:
            self._step(*WAYS[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in {Key.Key_Return, Key.Key_Enter, Key.Key_Space}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._cell_at(event.position().toPoint())
        self.setToolTip(f"<p>{escape(self.said(*at))}</p>" if at else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        self.draw(painter, c)
        if self.hasFocus():
            if self._at is None:
                ring(painter, self.rect(), c.focus)
            else:
                ring(painter, self.box(*self._at).toRect(), c.focus)
