"""Days or stretches of days, one to a line, each with a way to take it off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import M
from ui.widgets.badge import Badge
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Hairline
from ui.widgets.text import Words, muted, strong

MIDDLE = Qt.AlignmentFlag.AlignVCenter
COLUMNS = 4


class DayRow(NamedTuple):
    """When, what, a badge if there is one, and what takes it off if anybody may."""

    when: str
    name: str
    badge: Badge | None = None
    remove: Callable[[], object] | None = None


class DayRows(QWidget):
    """Lines under one another, with their words in columns."""

    def __init__(self, otherwise: str) -> None:
        """``otherwise`` is what stands there when there is none."""
        super().__init__()
        self._otherwise = otherwise
        self.buttons: list[LinkButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rows(self, rows: Sequence[DayRow]) -> None:
        """Show these and no others; the keyboard stays at about the same line."""
        focused = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), None)
        self._clear()
        if not rows:
            self._put(muted(self._otherwise, wrap=True), 0, 0, COLUMNS)
        for number, row in enumerate(rows):
            self._add(2 * number, row)
        if focused is not None and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()

    def _add(self, place: int, row: DayRow) -> None:
        if place:
            self._put(Hairline(), place - 1, 0, COLUMNS)
        self._put(strong(row.when), place, 0)
        name = Words(row.name, wrap=True)
        name.setContentsMargins(0, M, 0, M)
        self._put(name, place, 1)
        if row.badge is not None:
            self._put(row.badge, place, 2)
        if row.remove is not None:
            button = LinkButton("Remove")
            button.setAccessibleName(f"Remove {row.when}, {row.name}")
            button.clicked.connect(row.remove)
            self.buttons.append(button)
            self._put(button, place, 3)

    def _put(self, widget: QWidget, place: int, column: int, columns: int = 1) -> None:
        self._grid.addWidget(widget, place, column, 1, columns, MIDDLE)
        widget.show()  # at once, so that the keyboard can be put into it

    def _clear(self) -> None:
        self.buttons = []
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
