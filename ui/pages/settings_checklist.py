"""Settings: the questions that venues and rooms are assessed by."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.criterion_editor import DEMAND_WORDS, LEVEL_WORDS, CriterionEditor
from ui.models.table import Column, TableModel
from ui.preferences import TWENTY_FOUR
from ui.saving import Saving
from ui.theme import XL, L, M, S
from ui.widgets.buttons import Button
from ui.widgets.menuchip import MenuChip
from ui.widgets.notice import Notice
from ui.widgets.table import Table
from ui.widgets.text import muted
from ui.widgets.venue_history import HistoryTab
from venues.domain.checklist import SETS
from venues.services import checklist, checklist_effect
from venues.services.checklist import GROUPS, CriterionDraft

KEEPS = (
    "What is asked at a visit, and how much each kind of appointment asks of it. A "
    "change holds at once for every room; the form says what it would do before you "
    "save."
)
READS = "What is asked at a visit. Coordinators and managers keep it."
SHORT = {"M": "must", "K": "known", "D": "good to have"}
LEAST = 14  # lines of the table


class ChecklistSection(QWidget):
    """The questions in a table, to read; coordinators and managers change them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        keeps = desk.viewer.edits_venues
        self._rows: tuple[CriterionDraft, ...] = ()
        self.search = QLineEdit()
        self.search.setAccessibleName("Search the questions")
        self.search.setPlaceholderText("Search questions")
        self.search.setClearButtonEnabled(True)
        self.group = MenuChip("Group", [("", "All groups"), *((g, g) for g in GROUPS)])
        self._model: TableModel[CriterionDraft] = TableModel(_columns(), self)
        self.table = Table("Questions of the checklist", self._model)
        self.notice = Notice()
        self.add = Button("Add question", icon="plus")
        self.change = Button("Change")
        self.retire = Button("Retire")
        self.history = Button("History", icon="history")
        self.saving = Saving(desk, self, self.notice, {})
        for button in (self.add, self.change, self.retire):
            button.setVisible(keeps)
        self._lay_out(KEEPS if keeps else READS)
        self.search.textChanged.connect(self._narrow)
        self.group.changed.connect(self._narrow)
        self.table.chosen.connect(self._follow_choice)
        if keeps:
            self.table.opened.connect(self._edit)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.retire.clicked.connect(self._retire)
        self.history.clicked.connect(self.open_history)
        desk.changes.committed.connect(self._follow)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look the questions up again; the chosen one stays chosen."""
        chosen = self.chosen()
        with self._desk.database.read() as session:
            self._rows = checklist.every(session)
        self._narrow()
        if chosen is not None:
            self.table.select(self.table.ordered.find(lambda row: row.id == chosen.id))
        self.table.fit()
        self._follow_choice()

    def chosen(self) -> CriterionDraft | None:
        """The question that is chosen."""
        row = self.table.current()
        return row if isinstance(row, CriterionDraft) else None

    @Slot()
    def open_history(self) -> None:
        """Show who changed what of the checklist."""
        with self._desk.database.read() as session:
            rows = checklist_effect.history(session)
        dialog = QDialog(self)
        dialog.setWindowTitle("History of the checklist")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        four = self._desk.preferences[TWENTY_FOUR]
        log = HistoryTab(lambda: four, self._desk.now)
        log.show_rows(rows)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(XL, L, XL, L)
        layout.addWidget(log)
        metrics = self.fontMetrics()
        dialog.resize(metrics.averageCharWidth() * 96, metrics.height() * 30)
        dialog.open()

    @Slot()
    def _narrow(self) -> None:
        typed, group = self.search.text().casefold().split(), self.group.value()
        self._model.show(
            [
                row
                for row in self._rows
                if group in {"", row.group}
                and all(word in f"{row.code} {row.words}".casefold() for word in typed)
            ]
        )

    @Slot()
    def _follow_choice(self, _row: object = None) -> None:
        chosen = self.chosen()
        self.change.setEnabled(chosen is not None)
        self.retire.setEnabled(chosen is not None)
        retired = chosen is not None and chosen.retired_on is not None
        self.retire.setText("Ask again" if retired else "Retire")

    @Slot()
    def _add(self) -> None:
        self._edit(CriterionDraft(code=""))

    @Slot()
    def _change(self) -> None:
        if (chosen := self.chosen()) is not None:
            self._edit(chosen)

    @Slot(object)
    def _edit(self, draft: CriterionDraft) -> None:
        editor = CriterionEditor(self._desk, draft, self)
        editor.saved.connect(self._edited)
        editor.open()

    def _edited(self, result: Any) -> None:
        before, after = result
        if before == after:
            return
        self._desk.host.say(f"Saved {after.code}.", undoable=True)

    @Slot()
    def _retire(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        retired = chosen.retired_on is not None
        now = self._desk.now()

        def work(session: Any) -> CriterionDraft:
            if retired:
                return checklist.bring_back(session, chosen, self._desk.viewer)
            return checklist.retire(session, chosen, self._desk.viewer, now=now)

        verb = "bringing back" if retired else "retiring"
        name = f"{verb} of {chosen.code}"
        self.saving.start(work, partial(self._retired, back=retired), name)

    def _retired(self, after: CriterionDraft, *, back: bool) -> None:
        said = "is asked again" if back else "is asked no more. Its answers stay"
        self._desk.host.say(f"{after.code} {said}.", undoable=True)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if "criterion" in tables:
            self.reload()

    def _lay_out(self, words: str) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(S)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.group)
        tools.addWidget(self.history)
        ways = QHBoxLayout()
        ways.setSpacing(S)
        for button in (self.add, self.change, self.retire):
            ways.addWidget(button)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(muted(words, wrap=True))
        column.addLayout(tools)
        column.addWidget(self.table)
        column.addLayout(ways)
        column.addWidget(self.notice)
        line = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(line * LEAST)


def _columns() -> tuple[Column[CriterionDraft], ...]:
    return (
        Column("Code", lambda row: row.code, _by_code),
        Column("Group", lambda row: row.group, lambda row: (row.group, _by_code(row))),
        Column(
            "Asked of",
            lambda row: LEVEL_WORDS[row.level],
            lambda row: (row.level, _by_code(row)),
        ),
        Column(
            "Asks",
            asks_words,
            asks_words,
            tip=_demands,
        ),
        Column(
            "Question",
            lambda row: f"{row.words} (retired)" if row.retired_on else row.words,
            lambda row: row.words,
            tip=lambda row: row.why or None,
        ),
    )


def asks_words(row: CriterionDraft) -> str:
    """How many kinds of appointment ask how much: "Must 6, known 1"."""
    counted = Counter(row.asks[code][0] for code in SETS)
    told = [f"{words} {counted[key]}" for key, words in SHORT.items() if counted[key]]
    said = ", ".join(told) or "nobody"
    return said[:1].upper() + said[1:]


def _demands(row: CriterionDraft) -> str:
    return "\n".join(
        f"{words.capitalize()}: {DEMAND_WORDS[row.asks[code]]}"
        for code, words in SETS.items()
    )


def _by_code(row: CriterionDraft) -> tuple[str, int]:
    letters = row.code.rstrip("0123456789")
    number = row.code[len(letters) :]
    return letters, int(number or 0)
