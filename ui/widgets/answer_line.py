"""One answer with its evidence, when and where it holds, and a control if it fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import XS, S
from ui.widgets.answer_choice import AnswerChoice, beside
from ui.widgets.buttons import IconButton
from ui.widgets.flow import Flow
from ui.widgets.text import muted
from venues.domain.answering import HOURLY
from venues.domain.checklist import Question
from venues.domain.record import EVERY_DAY, LAST
from venues.domain.typed import NotUnderstood, read_date, read_time
from venues.domain.words import DAYS, clock, short_day
from venues.errors import WrongInput
from venues.services.assessment_drafts import AnswerDraft
from venues.services.assessment_questions import Door

EVERYWHERE = "All of the venue"


@dataclass(frozen=True, slots=True)
class Setting:
    """What an answer is typed against: the day, and the doors of the venue."""

    today: Callable[[], date]
    doors: Sequence[Door] = ()
    twenty_four: bool = False


class AnswerLine(QWidget):
    """Answer, evidence and day found; hours and door where the question has them.

    Signals:
        changed: something else is typed or chosen.
        dropped: this answer is to go.
    """

    changed = Signal()
    dropped = Signal()

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__()
        self.question, self._setting = question, setting
        self._stored = AnswerDraft(code=question.code, value="")
        self.choice = AnswerChoice(question)
        self.evidence = QLineEdit()
        self.found = QLineEdit()
        self.where = QComboBox()
        self.days: list[QCheckBox] = []  # made when hours are asked for
        self.opens, self.closes = QLineEdit(), QLineEdit()
        self.control, self.until = QLineEdit(), QLineEdit()
        self.drop = IconButton("x", f"Take this answer to {question.code} away")
        self._on, self._hours, self._control = Flow(gap=S), Flow(gap=S), QWidget()
        self._name()
        self._lay_out()
        self.drop.hide()
        self.drop.clicked.connect(self.dropped)
        self.choice.changed.connect(self._chosen)
        for entry in self.findChildren(QLineEdit):
            if entry is not self.choice.line:
                entry.textChanged.connect(self._tell)
        self.where.currentIndexChanged.connect(self._tell)

    def answer(self) -> AnswerDraft | None:
        """The answer as it is typed; None where there is none.

        Raises:
            WrongInput: a day or a time cannot be read.
        """
        value = self.choice.value()
        if not value:
            return None
        door = self.where.currentData()
        control = self.control.text().strip() if self.fails else ""
        typed = replace(
            self._stored,
            value=value,
            evidence=self.evidence.text().strip(),
            found_on=self._day(self.found),
            weekdays=self._weekdays(),
            opens=self._time(self.opens, time()),
            closes=self._time(self.closes, LAST),
            entrance_id=door.entrance_id if door else None,
            waiting_space_id=door.waiting_space_id if door else None,
            control=control,
            control_until=self._day(self.until) if control else None,
        )
        if typed.said == self._stored.said:
            return typed
        return replace(typed, accepted_by=None, accepted_on=None)

    def show_answer(self, answer: AnswerDraft) -> None:
        """Show that answer."""
        self._stored = answer
        self.evidence.setText(answer.evidence)
        self.found.setText(short_day(answer.found_on) if answer.found_on else "")
        if self._timed:
            self.show_hours()
        self.opens.setText("" if answer.opens == time() else self._clock(answer.opens))
        ends = answer.closes >= LAST
        self.closes.setText("" if ends else self._clock(answer.closes))
        for place in range(self.where.count()):
            door = self.where.itemData(place)
            ids = (door.entrance_id, door.waiting_space_id) if door else (None, None)
            if ids == (answer.entrance_id, answer.waiting_space_id):
                self.where.setCurrentIndex(place)
        self.control.setText(answer.control)
        until = answer.control_until
        self.until.setText(short_day(until) if until else "")
        self.choice.show_value(answer.value)

    def show_hours(self) -> None:
        """Let it hold for some hours only."""
        if not self.days:
            self._add_days()
        self._on.show()
        self._hours.show()

    def show_failing(self, *, fails: bool, until: date) -> None:
        """Ask for a control where it fails; ``until`` is proposed as its end."""
        shown = fails or bool(self.control.text())
        if fails and not self.until.text():
            self.until.setText(short_day(until))
        self._control.setVisible(shown)

    def _add_days(self) -> None:
        """The days of the week; most answers do without."""
        for n, day in enumerate(DAYS):
            box = QCheckBox(day[:3])
            box.setAccessibleName(f"{self.question.code}: {day}")
            box.setChecked(bool(self._stored.weekdays & (1 << n)))
            box.toggled.connect(self._tell)
            self.days.append(box)
            self._on.add(box)

    def _weekdays(self) -> int:
        if not self.days:
            return EVERY_DAY
        return sum(1 << n for n, box in enumerate(self.days) if box.isChecked())

    @property
    def fails(self) -> bool:
        """Whether a control is asked for."""
        return not self._control.isHidden()

    @property
    def _timed(self) -> bool:
        stored = self._stored
        hours = (stored.weekdays, stored.opens, stored.closes)
        return hours != (EVERY_DAY, time(), LAST)

    def _clock(self, when: time) -> str:
        return clock(when, twenty_four=self._setting.twenty_four)

    def _day(self, entry: QLineEdit) -> date | None:
        if not entry.text().strip():
            return None
        try:
            return read_date(entry.text(), self._setting.today())
        except NotUnderstood as reason:
            raise WrongInput(str(reason), self.question.code) from reason

    def _time(self, entry: QLineEdit, usual: time) -> time:
        if self._hours.isHidden() or not entry.text().strip():
            return usual
        try:
            return read_time(entry.text())
        except NotUnderstood as reason:
            raise WrongInput(str(reason), self.question.code) from reason

    def _chosen(self) -> None:
        """Another answer than the one carried over was found at this visit."""
        stored = self._stored
        day = short_day(stored.found_on) if stored.found_on else ""
        same = self.choice.value() == stored.value
        if day and self.found.text() == ("" if same else day):
            self.found.setText(day if same else "")
        self.changed.emit()

    def _tell(self, *_what: object) -> None:
        self.changed.emit()

    def _name(self) -> None:
        code = self.question.code
        for entry, name in (
            (self.evidence, "Evidence"),
            (self.found, "Found on"),
            (self.opens, "From"),
            (self.closes, "Until"),
            (self.control, "What makes it acceptable"),
            (self.until, "Until"),
        ):
            entry.setAccessibleName(f"{code}: {name}")
        self.found.setPlaceholderText("The visit")
        self.opens.setPlaceholderText("Opening")
        self.closes.setPlaceholderText("Closing")
        self.where.setAccessibleName(f"{code}: Where")
        self.where.addItem(EVERYWHERE, None)
        for door in self._setting.doors:
            self.where.addItem(door.name, door)

    def _lay_out(self) -> None:
        narrow = self.fontMetrics().averageCharWidth()
        self.found.setFixedWidth(narrow * 20)
        self.until.setFixedWidth(narrow * 20)
        for entry in (self.opens, self.closes):
            entry.setFixedWidth(narrow * 12)
        for words, entry in (("from", self.opens), ("until", self.closes)):
            self._hours.add(beside(words, entry))
        self._on.hide()
        self._hours.hide()
        self.where.setVisible(self.question.level == "entrance" and self._doors)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.where)
        line.addWidget(muted("Evidence"))
        line.addWidget(self.evidence, 1)
        line.addWidget(muted("Found on"))
        line.addWidget(self.found)
        line.addWidget(self.drop)
        control = QHBoxLayout(self._control)
        control.setContentsMargins(0, 0, 0, 0)
        control.setSpacing(S)
        control.addWidget(muted("Acceptable with"))
        control.addWidget(self.control, 1)
        control.addWidget(muted("until"))
        control.addWidget(self.until)
        self._control.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.choice)
        column.addWidget(self._on)
        column.addWidget(self._hours)
        column.addLayout(line)
        column.addWidget(self._control)

    @property
    def _doors(self) -> bool:
        return bool(self._setting.doors)


def changes_with_the_hour(question: Question) -> bool:
    """Whether its answer is another at other hours."""
    return question.code in HOURLY
