"""A week's opening hours, typed in words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.marks import COMPLAINT
from ui.theme import S
from ui.widgets.buttons import LinkButton
from ui.widgets.text import Words, small
from venues.domain.hours_words import Opening, read_hours, read_week, say_hours
from venues.domain.typed import NotUnderstood
from venues.domain.week import USES, Week
from venues.domain.words import DAYS
from venues.errors import WrongInput

Key = tuple[int, str]


class WeekForm(QWidget):
    """Seven days and three uses; a line above fills a whole week from words.

    Signals:
        misunderstood: somebody left words that cannot be read; carries a sentence.
        understood: all of it makes sense again.
    """

    misunderstood = Signal(str)
    understood = Signal()

    def __init__(self, *, twenty_four: bool = False) -> None:
        super().__init__()
        self._twenty_four = twenty_four
        self.cells: dict[Key, QLineEdit] = {}
        self.fills: dict[str, QLineEdit] = {}
        self.copy = LinkButton("Same hours for all three")
        self.copy.setToolTip("Copies the hours it is open to the other two")
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.setFocusProxy(self.fills["open"])

    def show_week(self, week: Week) -> None:
        """Show the hours of that week."""
        for key, cell in self.cells.items():
            self._put(cell, week.get(key, ()))

    def week(self) -> Week:
        """The hours as they are typed.

        Raises:
            WrongInput: the hours of a day cannot be read; the field is "weekday use".
        """
        for use in USES:  # a line that was not left yet
            if not self._fill(use):
                raise WrongInput(str(self.fills[use].property(COMPLAINT)), use)
        found: Week = {}
        for (day, use), cell in self.cells.items():
            try:
                opening = read_hours(cell.text())
            except NotUnderstood as reason:
                raise WrongInput(
                    f"{DAYS[day]}, {USES[use].lower()}: {reason}", f"{day} {use}"
                ) from reason
            if opening:
                found[day, use] = opening
        return found

    def mark(self, field: str) -> None:
        """Show that the hours of that day will not do, and put the keyboard there."""
        day, _, use = field.partition(" ")
        cell = self.cells.get((int(day), use)) if day.isdecimal() else None
        if cell is not None:
            _complain(cell, "These hours will not do.")
            cell.setFocus()
            cell.selectAll()

    def clear_marks(self) -> None:
        """Nothing is wrong any more."""
        for cell in (*self.cells.values(), *self.fills.values()):
            _complain(cell, "")

    def _put(self, cell: QLineEdit, opening: Opening) -> None:
        cell.setText(say_hours(opening, twenty_four=self._twenty_four))
        cell.setCursorPosition(0)
        _complain(cell, "")

    def _tidy(self, key: Key) -> None:
        """Write the hours as they were understood, or say that they were not."""
        cell = self.cells[key]
        day, use = key
        try:
            self._put(cell, read_hours(cell.text()))
        except NotUnderstood as reason:
            _complain(cell, str(reason))
            self.misunderstood.emit(f"{DAYS[day]}, {USES[use].lower()}: {reason}")
        else:
            self._tell_if_clear()

    def _fill(self, use: str) -> bool:
        """Fill the days that a line names; whether it can be read."""
        line = self.fills[use]
        try:
            week = read_week(line.text()) if line.text().strip() else {}
        except NotUnderstood as reason:
            _complain(line, str(reason))
            self.misunderstood.emit(f"{USES[use]}: {reason}")
            return False
        for day, opening in week.items():
            self._put(self.cells[day, use], opening)
        line.clear()
        _complain(line, "")
        self._tell_if_clear()
        return True

    def _tell_if_clear(self) -> None:
        cells = (*self.cells.values(), *self.fills.values())
        if not any(cell.property(COMPLAINT) for cell in cells):
            self.understood.emit()

    @Slot()
    def _copy(self) -> None:
        for day in range(len(DAYS)):
            for use in ("staffed", "usable"):
                self.cells[day, use].setText(self.cells[day, "open"].text())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(S - 2)
        for column, (use, words) in enumerate(USES.items(), start=1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(small(words), 0, column)
            fill = QLineEdit()
            fill.setPlaceholderText("Mon-Fri 9-5, Sat 10-1")
            fill.setAccessibleName(f"{words}, whole week in words")
            fill.editingFinished.connect(partial(self._fill, use))
            grid.addWidget(fill, 1, column)
            self.fills[use] = fill
        grid.addWidget(small("Fill from words"), 1, 0)
        for day, name in enumerate(DAYS):
            label = Words(name)
            grid.addWidget(label, day + 2, 0)
            for column, (use, words) in enumerate(USES.items(), start=1):
                cell = QLineEdit()
                cell.setAccessibleName(f"{name}, {words.lower()}")
                cell.editingFinished.connect(partial(self._tidy, (day, use)))
                grid.addWidget(cell, day + 2, column)
                self.cells[day, use] = cell
            label.setBuddy(self.cells[day, "open"])
        grid.addWidget(self.copy, len(DAYS) + 2, 1, 1, len(USES))


def _complain(cell: QLineEdit, sentence: str) -> None:
    cell.setProperty(COMPLAINT, sentence)
    cell.setAccessibleDescription(sentence)
    cell.update()
