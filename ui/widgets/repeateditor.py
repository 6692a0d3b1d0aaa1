"""How an appointment repeats: how often, on which days, until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from ui.theme import S
from ui.widgets.chips import ChipGroup
from ui.widgets.datefield import DateField
from ui.widgets.datepicks import DatePicks
from ui.widgets.text import muted
from ui.widgets.wrapcheck import WrapCheck
from venues.domain.recurrence import (
    LAST,
    MOST,
    MOST_EVERY,
    PLACES,
    Every,
    Repeat,
    ordinal,
    place_of,
)
from venues.domain.words import DAYS

NEVER, FORTNIGHT, SOME_WEEKS, LAST_WEEKDAY = "no", "fortnight", "weeks", "last"
TIMES, UNTIL = "times", "until"
USUAL_TIMES = 12
"""Weekly supervision for three months is what is repeated most."""

SHORT = 3
WEEK = timedelta(weeks=1)
BY_WEEK = (Every.WEEK.value, FORTNIGHT, SOME_WEEKS)
PLAIN: dict[str, Every] = {
    each.value: each for each in Every if each is not Every.MONTH_WEEKDAY
}


class RepeatEditor(QWidget):
    """Everything that can be said of how an appointment repeats.

    What does not belong to the way that is chosen is hidden.

    Signals:
        changed: something else is said.
        misunderstood: a date cannot be read; carries a sentence.
        understood: it can again.
    """

    changed = Signal()
    misunderstood = Signal(str)
    understood = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._first = today()
        self.how = QComboBox()
        self.how.setAccessibleName("How often")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.how.setSizeAdjustPolicy(policy)
        self.interval = QSpinBox()
        self.interval.setRange(1, MOST_EVERY)
        self.interval.setValue(1)
        self.interval.setAccessibleName("Every how many weeks")
        named = [(str(number), name[:SHORT]) for number, name in enumerate(DAYS)]
        self.days = ChipGroup("Days of the week", named)
        self.ends = QComboBox()
        self.ends.setAccessibleName("Ends")
        self.ends.addItem("So many times", TIMES)
        self.ends.addItem("Until a date", UNTIL)
        self.times = QSpinBox()
        self.times.setRange(1, MOST)
        self.times.setValue(USUAL_TIMES)
        self.times.setSuffix(" times")
        self.times.setAccessibleName("How many times")
        self.until = DateField(self._first, today)
        self.until.setAccessibleName("Until")
        self.picks = DatePicks("Dates", self._first, today)
        self.term = WrapCheck("In term time only")
        self.holidays = WrapCheck("Not on bank holidays")
        self.setFocusProxy(self.how)
        self._weeks, self._ends = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.start_on(self._first)

    def start_on(self, first: date) -> None:
        """Let the first date be that one; what is said of its weekday goes along."""
        weekdays = self.days.chosen()
        moved = weekdays in ((), (str(self._first.weekday()),))
        self._first = first
        with QSignalBlocker(self):
            self._offer()
            if moved:
                self.days.choose([str(first.weekday())])
            if self.ends.currentData() != UNTIL:
                self.until.choose(first + (USUAL_TIMES - 1) * WEEK)
        self._follow()

    def value(self) -> Repeat | None:
        """How it repeats, or None when it does not.

        Raises:
            NotUnderstood: the last date cannot be read.
        """
        how = self.how.currentData()
        if how == NEVER:
            return None
        skipping = Repeat(
            every=Every.PICKED,
            picked=(self._first, *self.picks.value()),
            term_only=self.term.isChecked(),
            skip_holidays=self.holidays.isChecked(),
        )
        if how == Every.PICKED.value:
            return skipping
        until = self.ends.currentData() == UNTIL
        every, place = _every(how)
        return replace(
            skipping,
            picked=(),
            every=every,
            interval=self._interval(),
            weekdays=self._weekdays(),
            place=place,
            until=self.until.value() if until else None,
            times=None if until else self.times.value(),
        )

    def choose(self, how: str) -> None:
        """Let it repeat that way."""
        self.how.setCurrentIndex(max(self.how.findData(how), 0))

    def never(self) -> None:
        """It does not repeat; whatever else was said is forgotten."""
        with QSignalBlocker(self):
            self.choose(NEVER)
            self.interval.setValue(1)
            self.days.choose([str(self._first.weekday())])
            self.ends.setCurrentIndex(0)
            self.times.setValue(USUAL_TIMES)
            self.picks.choose(())
            self.term.setChecked(False)
            self.holidays.setChecked(False)
        self._follow()

    def _interval(self) -> int:
        how, fortnight = self.how.currentData(), 2
        if how == FORTNIGHT:
            return fortnight
        return self.interval.value() if how == SOME_WEEKS else 1

    def _weekdays(self) -> tuple[int, ...]:
        if self.how.currentData() != SOME_WEEKS:
            return ()
        return tuple(int(key) for key in self.days.chosen())

    def _offer(self) -> None:
        """Name the ways after the first date; what holds goes on holding."""
        held = self.how.currentData()
        self.how.clear()
        for key, words in _ways(self._first):
            self.how.addItem(words, key)
        # A date need not be in the last week of its month: then another holds.
        place = self.how.findData(held)
        if place < 0 and held is not None:
            place = self.how.findData(f"{Every.MONTH_WEEKDAY} {place_of(self._first)}")
        self.how.setCurrentIndex(max(place, 0))

    @Slot()
    def _follow(self) -> None:
        how = self.how.currentData()
        picked = how == Every.PICKED.value
        repeats = how != NEVER
        until = self.ends.currentData() == UNTIL
        self._weeks.setVisible(how == SOME_WEEKS)
        self._ends.setVisible(repeats and not picked)
        self.times.setVisible(not until)
        self.until.setVisible(until)
        self.picks.setVisible(picked)
        self.term.setVisible(repeats)
        self.holidays.setVisible(repeats)
        self.changed.emit()

    def _connect(self) -> None:
        for signal in (
            self.how.currentIndexChanged,
            self.interval.valueChanged,
            self.days.changed,
            self.ends.currentIndexChanged,
            self.times.valueChanged,
            self.until.changed,
            self.picks.changed,
            self.term.toggled,
            self.holidays.toggled,
        ):
            signal.connect(self._follow)
        for entry in (self.until, self.picks):
            entry.misunderstood.connect(self.misunderstood)
            entry.understood.connect(self.understood)

    def _lay_out(self) -> None:
        weeks = QHBoxLayout(self._weeks)
        weeks.addWidget(muted("Every"))
        weeks.addWidget(self.interval)
        weeks.addWidget(muted("weeks on"))
        weeks.addWidget(self.days, 1)
        ends = QHBoxLayout(self._ends)
        ends.addWidget(self.ends)
        ends.addWidget(self.times)
        ends.addWidget(self.until)
        ends.addStretch(1)
        for line in (weeks, ends):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for widget in (
            self.how,
            self._weeks,
            self._ends,
            self.picks,
            self.term,
            self.holidays,
        ):
            column.addWidget(widget)


def _every(how: str) -> tuple[Every, int]:
    """What the dates are counted by, and which weekday of a month is meant."""
    if how in {FORTNIGHT, SOME_WEEKS}:
        return Every.WEEK, 0
    if how in PLAIN:
        return PLAIN[how], 0
    return Every.MONTH_WEEKDAY, int(how.rpartition(" ")[2])


def _ways(first: date) -> list[tuple[str, str]]:
    """The ways in which something can repeat from that date on, by key."""
    weekday = DAYS[first.weekday()]
    places = [place_of(first)]
    if (first + WEEK).month != first.month and LAST not in places:
        places.append(LAST)
    return [
        (NEVER, "Does not repeat"),
        (Every.DAY, "Every day"),
        (Every.WEEKDAY, "Every weekday, Monday to Friday"),
        (Every.WEEK, f"Every week on {weekday}"),
        (FORTNIGHT, f"Every fortnight on {weekday}"),
        (SOME_WEEKS, "Every few weeks, on days I choose"),
        (Every.MONTH, f"Every month on the {ordinal(first.day)}"),
        *(
            (
                f"{Every.MONTH_WEEKDAY} {place}",
                f"Every month on the {PLACES[place]} {weekday}",
            )
            for place in places
        ),
        (Every.PICKED, "On dates I choose"),
    ]
