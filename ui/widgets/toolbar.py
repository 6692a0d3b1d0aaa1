"""Things in a row of which the last stand at the right; a full row goes on below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from ui.theme import S
from ui.widgets.flow import FlowLayout


class ToolbarLayout(FlowLayout):
    """Flows like words, but from the ``tail`` on items are pushed to the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, gap=S + 2, lines=S)
        self._tail: tuple[QWidget, ...] = ()

    def push(self, *widgets: QWidget) -> None:
        """Let the first of these that is shown, and all after it, be at the right."""
        self._tail = widgets

    def _lines_in(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items of each line, with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        left = 0
        for item in self._shown():
            size = self._size(item, room)
            if lines[-1] and left + size.width() > room:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._gap
        return lines

    def _arrange(self, box: QRect, *, place: bool) -> int:
        inner = box.marginsRemoved(self.contentsMargins())
        top = inner.y()
        shown = [item.widget() for item in self._shown()]
        tail = next((one for one in self._tail if one in shown), None)
        for line in self._lines_in(inner.width()):
            tall = max((size.height() for _, size in line), default=0)
            used = sum(size.width() + self._gap for _, size in line) - self._gap
            left, spare = inner.x(), inner.width() - used
            for item, size in line:
                if tail is not None and item.widget() is tail:
                    left, spare = left + spare, 0
                if place:
                    middle = top + (tall - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, middle), size))
                left += size.width() + self._gap
            top += tall + self._lines
        return top - self._lines - box.y() + self.contentsMargins().bottom()


class Toolbar(QWidget):
    """The tools of a page, from the left, and at the right what is for the whole."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = ToolbarLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Put these next, from left to right."""
        for widget in widgets:
            self.flow.addWidget(widget)

    def push(self, *widgets: QWidget) -> None:
        """Put these last, at the right end."""
        self.add(*widgets)
        self.flow.push(*widgets)
