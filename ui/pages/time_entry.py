"""When an appointment is: its date, start and length, as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.preferences import TWENTY_FOUR
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.lengthfield import LengthField
from ui.widgets.timefield import TimeField
from venues.domain.period import Period
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput
from venues.services import asking

Value = TypeVar("Value")


def read(name: str, value: Callable[[], Value]) -> Value:
    """What was typed, or why it cannot be read, with the name of its field.

    Raises:
        WrongInput: it cannot be read.
    """
    try:
        return value()
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), name) from trouble


def read_period(date: DateField, start: TimeField, length: LengthField) -> Period:
    """The time that was typed in the three.

    Raises:
        WrongInput: one cannot be read, or there is no such time.
    """
    day = read("date", date.value)
    begins = datetime.combine(day, read("starts", start.value))
    lasts = timedelta(minutes=read("ends", length.value))
    return asking.period(begins, begins + lasts)


class TimeEntry(QWidget):
    """Date, start and length side by side.

    Signals:
        changed: another time was typed.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        now = desk.now()
        self.date = DateField(now.date(), self._today)
        self.start = TimeField(twenty_four=desk.preferences[TWENTY_FOUR])
        self.length = LengthField()
        rows = [
            [Entry("date", "Date", self.date)],
            [
                Entry("starts", "Start", self.start),
                Entry("ends", "Length", self.length),
            ],
        ]
        self.fields = lay_out(self, rows)
        self.setFocusProxy(self.date)
        desk.preferences.changed.connect(self._follow_preference)
        for signal in (self.date.changed, self.start.changed, self.length.changed):
            signal.connect(self._tell)

    def period(self) -> Period:
        """The time that was typed.

        Raises:
            WrongInput: something cannot be read, or there is no such time.
        """
        return read_period(self.date, self.start, self.length)

    def choose(self, period: Period) -> None:
        """Let that time be typed."""
        with QSignalBlocker(self):
            self.date.choose(period.day)
            self.start.choose(period.starts.time())
            self.length.choose(period.minutes)
        for field in self.fields.values():
            field.clear()
        self.changed.emit()

    def ask_for_date(self) -> None:
        """Leave the date open, for somebody to choose."""
        self.date.clear()
        self.date.setPlaceholderText("Choose a date")
        self.changed.emit()

    def _today(self) -> date:
        return self._desk.now().date()

    @Slot(str)
    def _follow_preference(self, key: str) -> None:
        if key == TWENTY_FOUR.key:
            self.start.twenty_four(self._desk.preferences[TWENTY_FOUR])
            self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
