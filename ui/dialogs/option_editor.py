"""A place that was asked about for a gap: written down, or changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs import entries
from ui.dialogs.editor import Editor
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.domain.amounts import say_money
from venues.domain.checklist import SETS
from venues.domain.ladder import GIVEN, Answer, Step
from venues.domain.typed import NotUnderstood, read_date
from venues.domain.words import short_day
from venues.errors import WrongInput
from venues.services.evidence import options
from venues.services.evidence.options import Option
from venues.services.evidence.unmet_need import SETS_SAID

NEW, CHANGE = "option explored", "change of an option explored"
KEPT = "It stands in the board's report. No case and nobody's name belongs here."
LETTERS = 84


class Choices(NamedTuple):
    """What may be chosen: authorities by id, towns, criteria by code."""

    authorities: Sequence[tuple[int, str]]
    towns: Sequence[str]
    criteria: Sequence[tuple[str, str]]


class OptionEditor(Editor):
    """One option; ``saved`` carries it as it is stored."""

    def __init__(
        self,
        desk: Desk,
        option: Option,
        choices: Choices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "Option explored", parent)
        self._option = option
        self.authority = _combo(choices.authorities, option.authority_id)
        self.town = QLineEdit(option.town)
        self.town.setCompleter(QCompleter(list(choices.towns), self.town))
        self.set = _combo([(code, SETS_SAID[code]) for code in SETS], option.set)
        self.step = _combo([(each, each.words) for each in Step], option.step)
        self.criterion = _combo(
            [
                ("", "None named"),
                *((c, f"{c}: {words}") for c, words in choices.criteria),
            ],
            option.criterion,
        )
        self.criterion.setMinimumContentsLength(24)
        self.building = QLineEdit(option.building)
        self.owner = QLineEdit(option.owner)
        self.asked_on = DateField(option.asked_on, self._today)
        self.answer = _combo([(each, each.words) for each in GIVEN], option.answer)
        self.why_not = QLineEdit(option.why_not)
        self.cost = QLineEdit("" if option.cost is None else say_money(option.cost))
        again = option.ask_again_on
        self.again = QLineEdit("" if again is None else short_day(again))
        self._lay_out_form()
        self.step.currentIndexChanged.connect(self._follow)
        self._follow()
        self.begin()
        self.town.setFocus()

    def draft(self) -> Option:
        """What is typed.

        Raises:
            WrongInput: a date or the cost cannot be read.
        """
        step = self._step()
        return Option(
            authority_id=self.authority.currentData(),
            town=self.town.text().strip(),
            set=self.set.currentData() or "",
            step=step,
            criterion=self.criterion.currentData() if step is Step.ADAPT else "",
            building=self.building.text().strip(),
            owner=self.owner.text().strip(),
            asked_on=self._day(self.asked_on.text(), "asked_on") or self._today(),
            answer=Answer(self.answer.currentData()),
            why_not=self.why_not.text().strip(),
            cost=entries.pence(self.cost, "cost"),
            ask_again_on=self._day(self.again.text(), "ask_again_on"),
        )

    def store(self, draft: Option) -> Option:
        """Write it down."""
        desk = self.desk
        opened = self._option if self._option.id else None
        with desk.database.write(CHANGE if opened else NEW) as session:
            return options.save(session, draft, desk.viewer, opened=opened)

    def _today(self) -> date:
        return self.desk.now().date()

    def _day(self, typed: str, field: str) -> date | None:
        if not typed.strip():
            return None
        try:
            return read_date(typed, self._today())
        except NotUnderstood as reason:
            raise WrongInput(str(reason), field) from reason

    def _follow(self) -> None:
        """A criterion is put right by adapting a room, and by nothing else."""
        self.criterion.setEnabled(self._step() is Step.ADAPT)

    def _step(self) -> Step | None:
        chosen = self.step.currentData()  # Qt hands it back as a plain text
        return None if chosen is None else Step(chosen)

    def _lay_out_form(self) -> None:
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [
                    Entry("authority_id", "Authority", self.authority),
                    Entry("town", "Town where a room is missing", self.town),
                    Entry("set", "For what", self.set),
                ],
                [
                    Entry("step", "What was tried", self.step),
                    Entry("criterion", "Criterion it would meet", self.criterion, 2),
                ],
                [
                    Entry("building", "Building", self.building),
                    Entry("owner", "Owner, an organisation", self.owner),
                ],
                [
                    Entry("asked_on", "Asked on", self.asked_on),
                    Entry("answer", "Answer", self.answer),
                    Entry("ask_again_on", "Ask again on", self.again),
                ],
                [
                    Entry("why_not", "Why not", self.why_not, 3),
                    Entry("cost", "Cost, a year or once", self.cost),
                ],
            ],
        )
        self.body.addWidget(form)
        self.body.addWidget(muted(KEPT, wrap=True))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)


def _combo(choices: Sequence[tuple[object, str]], chosen: object) -> QComboBox:
    combo = QComboBox()
    combo.setPlaceholderText("Choose")
    for key, words in choices:
        combo.addItem(words, key)
    keys = [key for key, _ in choices]
    combo.setCurrentIndex(keys.index(chosen) if chosen in keys else -1)
    return combo
