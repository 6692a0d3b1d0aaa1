"""A list of things to tick, with a search above it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import XS
from ui.widgets.text import small
from venues.domain.words import count

AIR = 10  # how much taller a row is than its text
LEAST = 4  # rows that are always to be seen
KEY = Qt.ItemDataRole.UserRole
TICKED, EMPTY = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CheckList(QWidget):
    """Some of many, ticked: Space ticks the one in front, the search hides others.

    What is hidden keeps its tick.

    Signals:
        changed: other things are ticked; carries their keys.
    """

    changed = Signal(object)

    def __init__(self, name: str, noun: str, search: str) -> None:
        super().__init__()
        self._noun = noun
        self.search = QLineEdit()
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search)
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        row = self.fontMetrics().height() + AIR
        self.list.setMinimumHeight(LEAST * row)
        policy = QSizePolicy.Policy
        self.list.setSizePolicy(policy.Expanding, policy.Ignored)
        self._words = small()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._words)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._tell)

    def offer(self, things: Sequence[tuple[int, str]]) -> None:
        """Fill it with keys and words; nothing is ticked."""
        row = self.fontMetrics().height() + AIR
        with QSignalBlocker(self.list):
            self.list.clear()
            for key, text in things:
                item = QListWidgetItem(text)
                item.setData(KEY, key)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(EMPTY)
                item.setSizeHint(QSize(0, row))
                self.list.addItem(item)
        self._filter()
        self._tell()

    def tick(self, keys: Collection[int]) -> None:
        """Tick those and no others."""
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setCheckState(TICKED if item.data(KEY) in keys else EMPTY)
        self._tell()

    def ticked(self) -> tuple[int, ...]:
        """The keys of what is ticked, in the order of the list."""
        return tuple(
            item.data(KEY) for item in self._items() if item.checkState() == TICKED
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    @Slot()
    def _filter(self) -> None:
        words = self.search.text().lower().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().lower() for word in words))

    @Slot()
    def _tell(self) -> None:
        ticked = self.ticked()
        of = count(self.list.count(), self._noun)
        self._words.setText(f"{len(ticked)} of {of} chosen")
        self.changed.emit(ticked)
