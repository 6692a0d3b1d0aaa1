"""One choice among a few chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ui.widgets.chips import BACK, FORWARD, Chip
from ui.widgets.flow import Flow


class ChipChoice(QWidget):
    """Chips of which one holds: Tab goes in, arrows go from one to the next.

    Signals:
        changed: another one holds; carries its key.
    """

    changed = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips = {key: Chip(text) for key, text in choices}
        self._group = QButtonGroup(self)
        flow = Flow()
        for chip in self._chips.values():
            self._group.addButton(chip)
            flow.add(chip)
        first = next(iter(self._chips.values()))
        first.setChecked(True)
        self.setFocusProxy(first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow)
        self._group.buttonToggled.connect(self._tell)

    def value(self) -> str:
        """The key that holds."""
        return next(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, key: str) -> None:
        """Let that key hold."""
        self._chips[key].setChecked(True)

    def chip(self, key: str) -> Chip:
        """The chip of that key."""
        return self._chips[key]

    def say(self, key: str, words: str) -> None:
        """Give a chip other words."""
        self._chips[key].setText(words)
        self._chips[key].updateGeometry()

    @Slot(QAbstractButton, bool)
    def _tell(self, chip: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - as the signal says
        if on:
            self.setFocusProxy(chip)
            self.changed.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {**dict.fromkeys(FORWARD, 1), **dict.fromkeys(BACK, -1)}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._chips)
        key = keys[(keys.index(self.value()) + step) % len(keys)]
        self.choose(key)
        self._chips[key].setFocus()
