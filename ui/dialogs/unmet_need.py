"""What was missing: a need that no room met, recorded without saying for whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.theme import XS
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import Words, muted
from ui.widgets.wrapcheck import WrapCheck
from venues.domain import needs as need_words
from venues.domain.checklist import SETS
from venues.domain.unmet import Instead, Missing
from venues.domain.words import count, day_month, listing
from venues.services.demand import Band
from venues.services.evidence import needs
from venues.services.evidence.needs import Need

LETTERS = 66
KEPT = "Only this is kept: no case, no person, no day and no postcode."
NAME, CHANGE = "recording of an unmet need", "change of an unmet need"


class Choices(NamedTuple):
    """What may be chosen: authorities, and criteria that may have failed (code, words).

    Criteria are the commonest first.
    """

    authorities: Sequence[tuple[int, str]]
    criteria: Sequence[tuple[str, str]] = ()


class UnmetNeedEditor(Editor):
    """One need; ``saved`` carries what it was before, if anything, and what it is."""

    def __init__(
        self,
        desk: Desk,
        need: Need,
        choices: Choices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "What was missing?", parent)
        self._need = need
        self.save.setText("Save" if need.id else "Record")
        self.authority = QComboBox()
        for id_, name in choices.authorities:
            self.authority.addItem(name, id_)
        self.authority.setCurrentIndex(self.authority.findData(need.authority_id))
        self.authority.setPlaceholderText("Choose the authority")
        self.instead = QComboBox()
        for each in Instead:
            self.instead.addItem(each.words, each.value)
        self.instead.setCurrentIndex(self.instead.findData(need.instead.value))
        self.ticks = {each: WrapCheck(each.words) for each in Missing}
        self.criteria = {
            code: WrapCheck(f"{code}: {words}") for code, words in choices.criteria
        }
        for missing, tick in self.ticks.items():
            tick.setChecked(missing in need.missing)
        for code, tick in self.criteria.items():
            tick.setChecked(code in need.criteria)
        self._lay_out_form()
        self.begin()
        self.ticks[next(iter(need.missing), Missing.FULL)].setFocus()

    def draft(self) -> Need:
        """What is ticked and chosen; a criterion that is ticked counts as one.

        Raises:
            WrongInput: never here; the service says what is missing.
        """
        codes = tuple(code for code, tick in self.criteria.items() if tick.isChecked())
        ticked = {each for each, tick in self.ticks.items() if tick.isChecked()}
        if codes:
            ticked.add(Missing.CRITERION)
        return Need(
            week=self._need.week,
            set=self._need.set,
            band=self._need.band,
            authority_id=self.authority.currentData(),
            district=self._need.district,
            needs=self._need.needs,
            people=self._need.people,
            missing=tuple(each for each in Missing if each in ticked),
            criteria=codes,
            instead=Instead(self.instead.currentData()),
        )

    def store(self, draft: Need) -> object:
        """Record it; gives back what was before and what is now."""
        desk = self.desk
        opened = self._need if self._need.id else None
        with desk.database.write(CHANGE if opened else NAME) as session:
            stored = needs.save(session, draft, desk.viewer, opened=opened)
        return opened, stored

    def _lay_out_form(self) -> None:
        self.body.addWidget(Words(said(self._need), wrap=True))
        self.body.addWidget(muted(KEPT, wrap=True))
        ticks = QWidget()
        column = QVBoxLayout(ticks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for missing, tick in self.ticks.items():
            column.addWidget(tick)
            if missing is Missing.CRITERION:
                for criterion in self.criteria.values():
                    column.addWidget(_indented(criterion))
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [Entry("missing", "Why no room worked", ticks)],
                [
                    Entry("authority_id", "Authority", self.authority),
                    Entry("instead", "What happens instead", self.instead),
                ],
            ],
        )
        self.body.addWidget(form)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)


def said(need: Need) -> str:
    """The need in a sentence: "A one-to-one session in the week of 23 November, …"."""
    what = SETS.get(need.set, need.set)
    words = f"{what[:1].upper()}{what[1:]} in the week of {day_month(need.week)}, "
    words += Band(need.band).words
    if need.district:
        words += f", near {need.district}"
    words += f", for {count(need.people, 'person', 'people')}"
    if need.needs:
        wanted = listing([need_words.words(code).lower() for code in need.needs])
        words += f"; must have: {wanted}"
    return f"{words}."


def _indented(tick: WrapCheck) -> QWidget:
    line = QWidget()
    row = QVBoxLayout(line)
    row.setContentsMargins(tick.fontMetrics().height() * 2, 0, 0, 0)
    row.addWidget(tick)
    return line
