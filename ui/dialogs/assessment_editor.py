"""The assessment of a venue or a room, as a checklist to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor, bring_to_front
from ui.models import assessment_versions
from ui.preferences import TWENTY_FOUR
from ui.theme import M
from ui.widgets.answer_line import Setting
from ui.widgets.card import Hairline, Scroller
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.question_row import QuestionRow
from ui.widgets.tallwords import TallWords
from ui.widgets.text import muted
from venues.database import catalogue as catalogues
from venues.domain.checklist import COUNTED, Checklist, Demand, Strength
from venues.domain.record import months_after
from venues.domain.typed import NotUnderstood
from venues.errors import Stale, VenuesError, WrongInput
from venues.services import assessment_questions, assessments, checklist
from venues.services.assessment_drafts import AssessmentDraft

PAUSE = 150  # milliseconds after a change until it is judged
KEYS = (
    "A number key chooses an answer, Delete clears it and Enter goes to the next "
    "question. What nobody knows yet may stay open."
)
MEANWHILE = "Somebody else assessed it meanwhile. Look at both before you save."


class AssessmentEditor(Editor):
    """Questions in groups, each in a tab; unanswered ones may stay so.

    A number key chooses an answer, Enter goes to the next question. Below stands what
    the place would be suitable for with these answers.
    """

    def __init__(
        self,
        desk: Desk,
        name: str,
        draft: AssessmentDraft,
        opened: AssessmentDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``opened`` is the assessment to change; without one it is a new one."""
        verb = "Assessment of" if opened else "New assessment of"
        super().__init__(desk, f"{verb} {name}", parent)
        self._draft, self._opened = draft, opened
        self._name = name
        self._months = (12, 12)
        self.rows: dict[str, QuestionRow] = {}
        self.tabs = QTabWidget()
        self.made_on = DateField(draft.made_on, self._today)
        self.review_by = DateField(draft.review_by, self._today)
        self.outlook = TallWords()
        self._pages: dict[str, list[str]] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._lay_out_form()
        self._show(draft)
        self._later.timeout.connect(self.judge)
        self.made_on.changed.connect(self._push_review)
        self.made_on.changed.connect(self._later.start)
        self.judge()
        self.begin()
        self._go_to_first()

    def draft(self) -> AssessmentDraft:
        """What is typed; only questions with an answer are in it.

        Raises:
            WrongInput: a day or a time cannot be read.
        """
        return replace(
            self._draft,
            made_on=_day(self.made_on, "made_on"),
            review_by=_day(self.review_by, "review_by"),
            answers=tuple(each for row in self.rows.values() for each in row.answers()),
        )

    def store(self, draft: Any) -> object:
        """Save the assessment; gives back what was before and what is now."""
        changed = "change of the " if self._opened else ""
        name = f"{changed}assessment of {self._name}"
        with self.desk.database.write(name) as session:
            if self._opened is None:
                last = assessments.current(session, draft.venue_id, draft.room_id)
                if (last.id if last else None) != draft.carried_from:
                    raise Stale(MEANWHILE)
            saved = assessments.save(
                session,
                draft,
                self.desk.viewer,
                now=self.desk.now(),
                opened=self._opened,
            )
        return self._opened, saved

    def offer_both(self, draft: Any) -> bool:
        """Show what somebody else saved beside what is typed."""
        with self.desk.database.read() as session:
            theirs = assessments.current(session, draft.venue_id, draft.room_id)
        if theirs is None:
            return False
        words = {code: row.question.words for code, row in self.rows.items()}
        before = self._opened or self._draft
        found = assessment_versions.differences(before, draft, theirs, words)
        self.compare(self._name, found, partial(self._take, draft, theirs))
        return True

    def complain(self, trouble: VenuesError) -> None:
        """Say what is wrong beside its question."""
        name = trouble.field if isinstance(trouble, WrongInput) else ""
        row = self.rows.get(name)
        if row is None:
            super().complain(trouble)
            return
        row.complain(str(trouble))
        bring_to_front(row)
        row.go()

    @Slot()
    def judge(self) -> None:
        """Say what the place would be suitable for with what is typed."""
        try:
            draft = self.draft()
        except WrongInput:
            return
        with self.desk.database.read() as session:
            found = assessment_questions.outlook(session, draft, today=self._today())
        self.outlook.say(found.words)

    def _take(
        self, mine: AssessmentDraft, theirs: AssessmentDraft, kept: frozenset[str]
    ) -> None:
        self._opened = theirs
        self._show(assessment_versions.merged(mine, theirs, kept))

    def _show(self, draft: AssessmentDraft) -> None:
        self._draft = draft
        self.made_on.choose(draft.made_on)
        self.review_by.choose(draft.review_by)
        before: Mapping[str, list[Any]] = self._before()
        until = months_after(self._today(), self._months[1])
        for code, row in self.rows.items():
            row.propose_until(until)
            mine = [each for each in draft.answers if each.code == code]
            row.show_answers(mine, before.get(code, []))
        self._count()

    def _before(self) -> dict[str, list[Any]]:
        """The answers of the assessment that this one was carried over from."""
        found: dict[str, list[Any]] = {}
        answers = self._draft.answers if self._opened is None else self._opened.answers
        for each in answers:
            found.setdefault(each.code, []).append(each)
        return found

    def _today(self) -> date:
        return self.desk.now().date()

    @Slot(object)
    def _push_review(self, made_on: object) -> None:
        """The next review follows the day of the visit."""
        if isinstance(made_on, date):
            self.review_by.choose(months_after(made_on, self._months[0]))

    @Slot()
    def _follow(self) -> None:
        self._count()
        self._later.start()

    def _count(self) -> None:
        """Say on each tab how many of its questions are answered."""
        for place, (group, codes) in enumerate(self._pages.items()):
            answered = sum(self.rows[code].answered for code in codes)
            self.tabs.setTabText(place, f"{group} {answered} of {len(codes)}")

    def _next(self, code: str) -> None:
        """Go to the question after that one, or to the button that saves."""
        codes = list(self.rows)
        place = codes.index(code) + 1
        if place == len(codes):
            self.save.setFocus(Qt.FocusReason.TabFocusReason)
            return
        row = self.rows[codes[place]]
        bring_to_front(row)
        row.go()

    def _go_to_first(self) -> None:
        """Begin with the first question that has no answer."""
        open_ = [row for row in self.rows.values() if not row.answered]
        rows = open_ or list(self.rows.values())
        if rows:
            bring_to_front(rows[0])
            rows[0].go()

    def _lay_out_form(self) -> None:
        head = QWidget()
        self.fields |= lay_out(
            head,
            [
                [
                    Entry("made_on", "Visited on", self.made_on),
                    Entry("review_by", "Next review by", self.review_by),
                ]
            ],
        )
        self._add_pages()
        self.body.addWidget(head)
        self.body.addWidget(muted(KEYS, wrap=True))
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.outlook)
        self.take_size(112, 44)

    def _add_pages(self) -> None:
        """A tab for each group, with its questions under each other."""
        with self.desk.database.read() as session:
            catalogue = catalogues.read(session)
            known = {each.code: each for each in checklist.every(session)}
            doors = assessment_questions.doors(session, self._draft.venue_id)
        numbers = catalogue.numbers
        self._months = numbers.review_months, numbers.control_months
        setting = Setting(self._today, doors, self.desk.preferences[TWENTY_FOUR])
        asked = assessment_questions.questions(catalogue, self._draft.room_id)
        for group, questions in asked.items():
            if not questions:
                continue
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, M, M, M)
            for question in questions:
                code = question.code
                row = QuestionRow(
                    question,
                    setting,
                    musts=_musts(catalogue.assessed.checklist, code),
                    why=known[code].why,
                    evidence=known[code].evidence,
                )
                row.changed.connect(self._follow)
                row.done.connect(partial(self._next, code))
                self.rows[code] = row
                column.addWidget(row)
                column.addWidget(Hairline())
            column.addStretch(1)
            self._pages[group] = [each.code for each in questions]
            self.tabs.addTab(Scroller(page), group)

    def try_to_save(self) -> None:
        """Save, or say what is in the way."""
        for row in self.rows.values():
            row.clear()
        super().try_to_save()


def _musts(asked: Checklist, code: str) -> list[Demand]:
    """The demands under which a poor answer keeps the place from an appointment."""
    demands = (asked.columns[each].get(code) for each in COUNTED)
    return [
        each
        for each in demands
        if each and (each.strength is Strength.MANDATORY or each.starred)
    ]


def _day(entry: DateField, field: str) -> date:
    try:
        return entry.value()
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason
