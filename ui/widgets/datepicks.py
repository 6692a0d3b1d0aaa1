"""A list of dates that are picked by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import XS, S
from ui.widgets.buttons import Button
from ui.widgets.datefield import DateField
from ui.widgets.flow import Flow
from venues.domain.typed import NotUnderstood
from venues.domain.words import count, short_day

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DatePicks(QWidget):
    """A date to type or pick, Enter adds it; each that was added can be taken out.

    Signals:
        changed: other dates are picked.
        misunderstood: what was to be added is no date; carries a sentence.
        understood: something was added, or typed again.
    """

    changed = Signal()
    misunderstood = Signal(str)
    understood = Signal()

    def __init__(self, name: str, start: date, today: Callable[[], date]) -> None:
        super().__init__()
        self._days: tuple[date, ...] = ()
        self.setAccessibleName(name)
        self.day = DateField(start, today)
        self.day.setAccessibleName("Another date")
        self.put_in = Button("Add")
        self.put_in.setAccessibleName("Add the date")
        self.buttons: list[Button] = []
        self._flow = Flow()
        self.setFocusProxy(self.day)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.day)
        line.addWidget(self.put_in)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(line)
        column.addWidget(self._flow)
        self.put_in.clicked.connect(self.add)
        self.day.textEdited.connect(self.understood)

    def value(self) -> tuple[date, ...]:
        """The dates, in order."""
        return self._days

    def choose(self, days: Iterable[date]) -> None:
        """Let those be the dates."""
        wanted = tuple(sorted(set(days)))
        if wanted != self._days:
            self._days = wanted
            self._show()
            self.changed.emit()

    @Slot()
    def add(self) -> None:
        """Add the date that was typed, and be ready for the next."""
        try:
            day = self.day.value()
        except NotUnderstood as trouble:
            self.misunderstood.emit(str(trouble))
            return
        self.understood.emit()
        self.choose({*self._days, day})
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _show(self) -> None:
        self._flow.clear()
        self.buttons = []
        for day in self._days:
            button = Button(short_day(day), icon="x")
            button.setAccessibleName(f"Take out {short_day(day)}")
            button.setToolTip("Take this date out")
            button.clicked.connect(partial(self._take_out, day))
            self.buttons.append(button)
            self._flow.add(button)
            button.show()  # at once, so that it can take the keyboard
        for before, after in pairwise((self.put_in, *self.buttons)):
            QWidget.setTabOrder(before, after)  # what is new comes last by itself
        self.setAccessibleDescription(count(len(self._days), "date"))

    def _take_out(self, day: date, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        place = self._days.index(day)
        self.choose(each for each in self._days if each != day)
        left = self.buttons[min(place, len(self.buttons) - 1)] if self._days else None
        (left or self.day).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.day.hasFocus():
            self.add()
        else:
            super().keyPressEvent(event)
