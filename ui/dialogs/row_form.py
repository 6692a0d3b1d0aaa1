"""Lines of inputs that can be added and taken away, such as a venue's contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import S
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.text import small

Value = str | bool


class Cell(NamedTuple):
    """An input of each line: its name, how wide it is, and how it is made.

    ``make`` gives a line edit, an editable combo box or a check box.
    """

    name: str
    share: int = 1
    make: Callable[[], QWidget] = QLineEdit


class RowForm(QWidget):
    """A small table of inputs with a button that adds a line.

    Signals:
        changed: there is a line more or a line less.
    """

    changed = Signal()

    def __init__(self, noun: str, cells: Sequence[Cell]) -> None:
        super().__init__()
        self._noun = noun
        self._cells = tuple(cells)
        self._lines: list[list[QWidget]] = []
        self._removers: list[IconButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(S)
        self._grid.setVerticalSpacing(S)
        self._titles = [small(cell.name) for cell in self._cells]
        for column, cell in enumerate(self._cells):
            self._grid.addWidget(self._titles[column], 0, column)
            self._grid.setColumnStretch(column, cell.share)
        self.add = LinkButton(f"Add {noun}", icon="plus")
        self.add.clicked.connect(self._add_empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addLayout(self._grid)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        self._name_all()

    def show_rows(self, rows: Sequence[Sequence[Value]]) -> None:
        """Show these lines."""
        while self._lines:
            self._drop(0)
        for row in rows:
            self._append(row)
        self._name_all()

    def rows(self) -> list[tuple[Value, ...]]:
        """What stands in the lines, also in those that are empty."""
        return [tuple(_value(entry) for entry in line) for line in self._lines]

    def line(self, number: int) -> list[QWidget]:
        """The inputs of one line."""
        return self._lines[number]

    def remove(self, number: int) -> None:
        """Take a line away; the keyboard goes to the one after it."""
        self._drop(number)
        self._name_all()
        if self._lines:
            self._lines[min(number, len(self._lines) - 1)][0].setFocus()
        else:
            self.add.setFocus()
        self.changed.emit()

    def _add_empty(self) -> None:
        self._append([False if cell.make is QCheckBox else "" for cell in self._cells])
        self._name_all()
        self._lines[-1][0].setFocus()
        self.changed.emit()

    def _append(self, row: Sequence[Value]) -> None:
        entries = [cell.make() for cell in self._cells]
        remover = IconButton("trash-2", "")
        for entry, value in zip(entries, row, strict=True):
            _set(entry, value)
        remover.clicked.connect(partial(self._remove_by, remover))
        place = self._grid.rowCount()
        for column, widget in enumerate((*entries, remover)):
            self._grid.addWidget(widget, place, column)
        self._lines.append(entries)
        self._removers.append(remover)

    def _remove_by(self, remover: IconButton, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.remove(self._removers.index(remover))

    def _drop(self, number: int) -> None:
        for widget in (*self._lines.pop(number), self._removers.pop(number)):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    def _name_all(self) -> None:
        """Tell each input by its name and line; headings stand over lines only."""
        for title in self._titles:
            title.setVisible(bool(self._lines))
        for number, line in enumerate(self._lines, start=1):
            for cell, entry in zip(self._cells, line, strict=True):
                entry.setAccessibleName(f"{cell.name}, {self._noun} {number}")
            name = f"Take away {self._noun} {number}"
            self._removers[number - 1].setAccessibleName(name)
            self._removers[number - 1].setToolTip(name)


def _value(entry: QWidget) -> Value:
    if isinstance(entry, QCheckBox):
        return entry.isChecked()
    if isinstance(entry, QComboBox):
        return entry.currentText()
    return entry.text() if isinstance(entry, QLineEdit) else ""


def _set(entry: QWidget, value: Value) -> None:
    if isinstance(entry, QCheckBox):
        entry.setChecked(bool(value))
    elif isinstance(entry, QComboBox):
        entry.setEditText(str(value))
    elif isinstance(entry, QLineEdit):
        entry.setText(str(value))
