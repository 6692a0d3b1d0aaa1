"""Adds a question to the checklist, or changes one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.jobs import Lane, Progress
from ui.models import versions
from ui.theme import M
from ui.widgets.card import Scroller
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.notefield import NoteField
from ui.widgets.tallwords import TallWords
from ui.widgets.text import strong
from venues.domain.checklist import DEMANDS, SETS
from venues.services import checklist, checklist_effect
from venues.services.checklist import GROUPS, LEVELS, TEXTS, CriterionDraft
from venues.services.checklist_effect import Effect

DEMAND_WORDS = {
    "M": "Must be met",
    "M2": "Must score 2",
    "M3": "Must score 3",
    "M*": "Must, by who comes",
    "K": "Must be known",
    "D": "Good to have",
    "-": "Not asked",
}
LEVEL_WORDS = {"venue": "The venue", "room": "Each room", "entrance": "Entrances"}
LABELS = {
    "words": "Question",
    "group": "Group",
    "level": "Asked of",
    "why": "Why it is asked",
    "answers": "Answers",
    "passes": "What passes",
    "satisfies_need": "Need that it meets",
    "evidence": "Evidence",
    "asks": "Kinds of appointment",
}
HINTS = {
    "answers": "With | between them, such as yes|no or 0|1|2|3.",
    "passes": "Some of the answers, or “answered” where any will do.",
}
PAUSE = 300  # milliseconds after a change until its effect is worked out
MOST = 6  # effects that are told; more would not be read
NO_EFFECT = "No room would stand otherwise."


class CriterionEditor(Editor):
    """The words of a question, its answers, and what each kind of appointment asks."""

    def __init__(
        self, desk: Desk, draft: CriterionDraft, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, draft.code or "New question", parent)
        self._opened = draft if draft.id is not None else None
        self._draft = draft
        self.code = QLineEdit()
        self.code.setEnabled(self._opened is None)
        self.group, self.level = QComboBox(), QComboBox()
        self.group.addItems(list(GROUPS))
        for level in LEVELS:
            self.level.addItem(LEVEL_WORDS[level], level)
        self.words, self.why = NoteField(""), NoteField("")
        self.lines = {name: QLineEdit() for name in TEXTS[2:]}
        self.asks = {code: QComboBox() for code in SETS}
        for box in self.asks.values():
            for demand in DEMANDS:
                box.addItem(DEMAND_WORDS[demand], demand)
        self.effect = TallWords()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.work_out)
        self._lay_out_form()
        self._show(draft)
        self.begin()
        self._listen()
        (self.code if self._opened is None else self.words).setFocus()

    def draft(self) -> CriterionDraft:
        """What is typed."""
        typed: dict[str, Any] = {name: line.text() for name, line in self.lines.items()}
        return replace(
            self._draft,
            code=self.code.text().strip().upper(),
            group=self.group.currentText(),
            level=self.level.currentData(),
            words=self.words.toPlainText(),
            why=self.why.toPlainText(),
            asks={code: box.currentData() for code, box in self.asks.items()},
            **typed,
        )

    def store(self, draft: Any) -> object:
        """Save the question; gives back what was before and what is now."""
        verb = "change" if self._opened else "adding"
        with self.desk.database.write(f"{verb} of {draft.code}") as session:
            saved = checklist.save(
                session, draft, self.desk.viewer, opened=self._opened
            )
        return self._opened, saved

    def offer_both(self, draft: Any) -> bool:
        """Show what somebody else saved beside what is typed."""
        with self.desk.database.read() as session:
            every = {each.id: each for each in checklist.every(session)}
        theirs = every.get(draft.id)
        if theirs is None or self._opened is None:
            return False
        found = versions.differences(LABELS, self._opened, draft, theirs, _words)
        self.compare(draft.code, found, partial(self._take, draft, theirs))
        return True

    @Slot()
    def work_out(self) -> None:
        """Work out what the change would do to the rooms, and say it."""
        draft = self.draft()
        self.desk.jobs.run(
            "", partial(self._effects, draft), self._tell, lane=Lane.QUICK
        )

    def _effects(
        self, draft: CriterionDraft, _progress: Progress
    ) -> tuple[CriterionDraft, tuple[Effect, ...]]:
        today = self.desk.now().date()
        with self.desk.database.read() as session:
            return draft, checklist_effect.effects(session, draft, today=today)

    def _tell(self, result: tuple[CriterionDraft, tuple[Effect, ...]]) -> None:
        draft, found = result
        if draft == self.draft():
            said = [each.words for each in found[:MOST]]
            if len(found) > MOST:
                said.append("And more.")
            self.effect.say("\n".join(said) or NO_EFFECT)

    def _take(
        self, mine: CriterionDraft, theirs: CriterionDraft, kept: frozenset[str]
    ) -> None:
        self._opened = theirs
        self._show(versions.merged(mine, theirs, kept))

    def _show(self, draft: CriterionDraft) -> None:
        self._draft = draft
        self.code.setText(draft.code)
        self.group.setCurrentText(draft.group)
        self.level.setCurrentIndex(self.level.findData(draft.level))
        self.words.setPlainText(draft.words)
        self.why.setPlainText(draft.why)
        for name, line in self.lines.items():
            line.setText(getattr(draft, name))
        for code, box in self.asks.items():
            box.setCurrentIndex(box.findData(draft.asks.get(code, "-")))

    def _listen(self) -> None:
        """Work the effect out again after a change of what is judged by."""
        for box in (self.level, *self.asks.values()):
            box.currentIndexChanged.connect(self._later.start)
        for name in ("answers", "passes"):
            self.lines[name].textEdited.connect(self._later.start)

    def _lay_out_form(self) -> None:
        form = QWidget()
        lines = self.lines
        rows = [
            [
                Entry("code", "Code", self.code),
                Entry("group", LABELS["group"], self.group, 2),
                Entry("level", LABELS["level"], self.level, 2),
            ],
            [Entry("words", LABELS["words"], self.words)],
            [Entry("why", LABELS["why"], self.why)],
            [
                Entry("answers", LABELS["answers"], lines["answers"]),
                Entry("passes", LABELS["passes"], lines["passes"]),
            ],
            [
                Entry(name, LABELS[name], lines[name])
                for name in ("evidence", "satisfies_need")
            ],
        ]
        self.fields |= lay_out(form, rows)
        for name, hint in HINTS.items():
            self.fields[name].hint(hint)
        demands = QWidget()
        codes = list(SETS)
        fields = lay_out(
            demands,
            [
                [Entry(code, _set_words(code), self.asks[code]) for code in codes[:4]],
                [Entry(code, _set_words(code), self.asks[code]) for code in codes[4:]],
            ],
        )
        self.fields["asks"] = fields[codes[0]]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, M, 0)
        column.addWidget(form)
        column.addWidget(strong(LABELS["asks"]))
        column.addWidget(demands)
        column.addStretch(1)
        scroller = Scroller(page)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(scroller, 1)
        self.body.addWidget(self.effect)
        self.take_size(126, 44)


def _set_words(code: str) -> str:
    words = SETS[code].removeprefix("a ")
    return words[:1].upper() + words[1:]


def _words(name: str, value: Any) -> str:
    if name == "asks":
        return "\n".join(
            f"{_set_words(code)}: {DEMAND_WORDS[value.get(code, '-')]}" for code in SETS
        )
    if name == "level":
        return LEVEL_WORDS[value]
    return str(value)
