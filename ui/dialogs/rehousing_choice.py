"""Another place for one booking of a plan, chosen by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.models import rehousing as words
from ui.models.table import TableModel
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import FlushCard
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.text import Words, muted
from ui.widgets.wrapped import WrappedTable
from venues.domain.words import count
from venues.services.rehousing.values import Choices, Target

LETTERS, LINES = 120, 30
LONGEST = 200
OBSTACLES = 4


class Chosen(NamedTuple):
    """The place, and why its warnings are passed where it has any."""

    target: Target
    reason: str = ""


class RehousingChoice(QDialog):
    """The places it could go to, the best first; the rest is planned around it.

    Signals:
        chosen: one was taken; carries it as ``Chosen``.
    """

    chosen = Signal(object)

    def __init__(
        self,
        choices: Choices,
        twenty_four: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        line = choices.line
        self.setWindowTitle("Choose where it goes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model: TableModel[Target] = TableModel(
            words.target_columns(line, twenty_four), self
        )
        self._model.show(list(choices.targets))
        self.table = WrappedTable("Places it could go to", self._model, grows=False)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self._why = Field("Why it will do all the same", self.reason)
        self._why.hint("No names, only the case reference. No diagnosis, no offence.")
        self.take = PrimaryButton("Move it there")
        self.back = Button("Cancel")
        self._lay_out(words.when(line, twenty_four=twenty_four()))
        self.table.selectionModel().currentChanged.connect(self._follow)
        self.table.opened.connect(self._take)
        self.take.clicked.connect(self._take)
        self.back.clicked.connect(self.reject)
        self.table.select(self.table.ordered.index(0, 0))
        self._follow()

    def current(self) -> Target | None:
        """The place in front."""
        found = self.table.current()
        return found if isinstance(found, Target) else None

    @Slot()
    def _follow(self) -> None:
        target = self.current()
        self.take.setEnabled(target is not None)
        self._why.setVisible(target is not None and bool(target.warnings))

    @Slot()
    def _take(self) -> None:
        target = self.current()
        if target is None:
            return
        reason = self.reason.text().strip()
        if target.warnings and not reason:
            self._why.complain("Say why that place will do all the same.")
            self.reason.setFocus()
            return
        self.accept()
        self.chosen.emit(Chosen(target, reason if target.warnings else ""))

    def _lay_out(self, at: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words(at, size=Size.TITLE, strong=True, wrap=True))
        lead = self._choices.line.seen.lead
        here = self._choices.line.room
        now = f"{lead}, now in {here.name}, {here.venue.name}."
        layout.addWidget(muted(now, wrap=True))
        found = bool(self._choices.targets)
        card = FlushCard()
        card.add(self.table, 1)
        card.setVisible(found)
        empty = EmptyState("search", "Nothing suits it", "It can be left out.")
        empty.setVisible(not found)
        layout.addWidget(card, 1)
        layout.addWidget(empty, 1)
        for each in self._choices.obstacles[:OBSTACLES]:
            said = f"{each.reason.value}: {count(each.rooms, 'room')}, {each.words}."
            layout.addWidget(muted(said, wrap=True))
        layout.addWidget(self._why)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.take)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        self.resize(LETTERS * metrics.averageCharWidth(), LINES * metrics.height())
