"""One question of the checklist in a form, with its answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.theme import XS, M, S
from ui.widgets.answer_line import AnswerLine, Setting, changes_with_the_hour
from ui.widgets.badge import Badge
from ui.widgets.buttons import LinkButton
from ui.widgets.field import Mark
from ui.widgets.tallwords import TallWords
from ui.widgets.text import COMPLAINT, announce
from venues.domain.checklist import Demand, Question
from venues.services.assessment_drafts import AnswerDraft

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTHING = "no answer"


class QuestionRow(QWidget):
    """The question, what was answered the time before, and one answer or several.

    Signals:
        changed: something else is typed or chosen.
        done: Enter was pressed: on to the next question.
    """

    changed = Signal()
    done = Signal()

    def __init__(
        self,
        question: Question,
        setting: Setting,
        *,
        musts: Sequence[Demand] = (),
        why: str = "",
        evidence: str = "",
    ) -> None:
        """``musts`` are the demands under which a poor answer needs a control."""
        super().__init__()
        self.question = question
        self._setting, self._musts = setting, musts
        self._evidence = evidence
        self._until = date.max
        self._before: dict[object, str] = {}
        self.words = TallWords(f"{question.code}  {question.words}", strong=True)
        self.words.setToolTip(why)
        self.was = Badge(Kind.QUIET, "")
        self.complaint = TallWords(ink=COMPLAINT)
        self._mark = Mark("circle-alert", "bad")
        self.another = LinkButton(self._another_words())
        self.another.setAccessibleName(f"{question.code}: {self.another.text()}")
        self.lines: list[AnswerLine] = []
        self._answers = QVBoxLayout()
        self._lay_out()
        self.another.clicked.connect(self._add_another)
        self.another.setVisible(bool(self.another.text()))
        self.clear()

    def show_answers(
        self, answers: Sequence[AnswerDraft], before: Sequence[AnswerDraft] = ()
    ) -> None:
        """Show these answers, and compare them with those of the time before."""
        self._before = {each.place: each.value for each in before}
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for answer in answers or (AnswerDraft(code=self.question.code, value=""),):
            self._add(answer)
        self._follow()

    def propose_until(self, until: date) -> None:
        """Until when a control is asked for unless somebody says otherwise."""
        self._until = until

    def answers(self) -> tuple[AnswerDraft, ...]:
        """The answers as they are typed; none leaves the question open.

        Raises:
            WrongInput: a day or a time cannot be read.
        """
        found = [line.answer() for line in self.lines]
        return tuple(each for each in found if each is not None)

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return any(line.choice.value() for line in self.lines)

    def complain(self, sentence: str) -> None:
        """Say what cannot be used."""
        self.complaint.say(sentence)
        self._mark.setVisible(bool(sentence))
        self.complaint.setVisible(bool(sentence))
        if sentence:
            announce(self, f"{self.question.code}: {sentence}")

    @Slot()
    def clear(self) -> None:
        """There is nothing wrong any more."""
        self.complain("")

    def go(self) -> None:
        """Put the keyboard here."""
        self.lines[0].choice.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _add_another(self) -> None:
        line = self._add(AnswerDraft(code=self.question.code, value=""))
        if changes_with_the_hour(self.question):
            line.show_hours()
        line.choice.entry().setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def _add(self, answer: AnswerDraft) -> AnswerLine:
        line = AnswerLine(self.question, self._setting)
        line.show_answer(answer)
        if self._evidence and self._evidence != "-":
            line.evidence.setPlaceholderText(self._evidence)
        line.changed.connect(self._follow)
        line.dropped.connect(partial(self._drop, line))
        self.lines.append(line)
        self._answers.addWidget(line)
        return line

    def _drop(self, line: AnswerLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self._follow()
        self.go()

    @Slot()
    def _follow(self) -> None:
        """Ask for a control where an answer fails, and say what was changed."""
        for line in self.lines:
            value = line.choice.value()
            fails = bool(value) and any(
                not self.question.passes(value, demand) for demand in self._musts
            )
            line.show_failing(fails=fails, until=self._until)
            line.drop.setVisible(len(self.lines) > 1)
        now = [line.choice.value() for line in self.lines]
        before = list(self._before.values())
        differs = bool(before) and [each for each in now if each] != before
        self.was.setVisible(differs)
        self.was.say(Kind.QUIET, f"Was: {', '.join(before) or NOTHING}")
        self.changed.emit()

    def _another_words(self) -> str:
        if changes_with_the_hour(self.question):
            return "Another answer at other hours"
        if self.question.level == "entrance" and self._setting.doors:
            return "Another answer at another door"
        return ""

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.words, 1)
        head.addWidget(self.was, 0, top)
        wrong = QHBoxLayout()
        wrong.setSpacing(XS)
        wrong.addWidget(self._mark, 0, top)
        wrong.addWidget(self.complaint, 1)
        self._answers.setSpacing(S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, M)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addLayout(self._answers)
        column.addLayout(wrong)
        column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.done.emit()
        else:
            super().keyPressEvent(event)
