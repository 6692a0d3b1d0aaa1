"""Things in a row that go on in the next line when the row is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme import XS, S


class FlowLayout(QLayout):
    """Lays its items out as words are laid out in a paragraph."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = S - 2, lines: int = XS + 2
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._lines = lines
        self.setContentsMargins(0, 0, 0, 0)

    def _arrange(self, box: QRect, *, place: bool) -> int:
        """The height that the items take in a box of that width, in pixels."""
        inner = box.marginsRemoved(self.contentsMargins())
        left, top, tall = inner.x(), inner.y(), 0
        for item in self._shown():
            size = self._size(item, inner.width())
            if left > inner.x() and left + size.width() > inner.right() + 1:
                left, top, tall = inner.x(), top + tall + self._lines, 0
            if place:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            tall = max(tall, size.height())
        margins = self.contentsMargins()
        return top + tall - box.y() + margins.bottom()

    def _size(self, item: QLayoutItem, room: int) -> QSize:
        """What an item takes; one wider than the line wraps inside itself."""
        hint = item.sizeHint()
        if hint.width() <= room:
            return hint
        narrow = max(room, item.minimumSize().width())
        if item.hasHeightForWidth():
            return QSize(narrow, item.heightForWidth(narrow))
        return QSize(narrow, hint.height())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def clear(self) -> None:
        """Take every widget out and away."""
        while self._items:
            item = self._items.pop()
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        wide = sum(item.sizeHint().width() + self._gap for item in self._shown())
        tall = max((item.sizeHint().height() for item in self._shown()), default=0)
        return self._with_margins(QSize(max(wide - self._gap, 0), tall))

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        m = self.contentsMargins()
        return size + QSize(m.left() + m.right(), m.top() + m.bottom())


class Flow(QWidget):
    """A widget whose children flow."""

    def __init__(self, *, gap: int = S - 2, lines: int = XS + 2) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=gap, lines=lines)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put another thing at the end."""
        self.flow.addWidget(widget)

    def clear(self) -> None:
        """Take everything out."""
        self.flow.clear()
        self.updateGeometry()
