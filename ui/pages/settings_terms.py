"""Settings: the school terms of one authority in one year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.desk import Desk
from ui.saving import Saving
from ui.theme import M, S
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.datefield import DateField
from ui.widgets.dayrows import DayRow, DayRows
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from ui.widgets.notice import Notice
from ui.widgets.text import muted
from venues.domain.typed import NotUnderstood
from venues.domain.words import day_month
from venues.services import calendar_days
from venues.services.calendar_days import SchoolTerm


class Terms(Card):
    """The terms, and for keepers of the list a way to add and remove them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("School terms")
        self._desk = desk
        self._keeps = desk.viewer.edits_venues
        self._year = desk.now().year
        self.authority = ModestBox()
        self.rows = DayRows("No term of this year is put down.")
        self.notice = Notice()
        self.name = QLineEdit()
        self.name.setMaxLength(calendar_days.LONGEST_NAME)
        today = desk.now().date()
        self.since, self.until = (DateField(today, self._today) for _ in range(2))
        self.add_term = Button("Add term")
        self.fields = {
            "name": Field("Term", self.name),
            "since": Field("First day", self.since),
            "until": Field("Last day", self.until),
        }
        self.saving = Saving(desk, self, self.notice, self.fields)
        self._lay_out()
        self._offer()
        self.authority.currentIndexChanged.connect(self.reload)
        self.add_term.clicked.connect(self._add)
        self.name.textEdited.connect(self.fields["name"].clear)

    def show_year(self, year: int) -> None:
        """Show the terms that touch that year."""
        self._year = year
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look them up again."""
        authority = self.authority.currentData()
        if authority is None:
            return
        with self._desk.database.read() as session:
            terms = calendar_days.terms(session, authority)
        self.rows.show_rows(
            [
                DayRow(
                    between(each),
                    each.name,
                    remove=partial(self._remove, each) if self._keeps else None,
                )
                for each in terms
                if self._year in (each.since.year, each.until.year)
            ]
        )

    def _offer(self) -> None:
        with self._desk.database.read() as session:
            places = calendar_days.authorities(session)
        for place in places:
            self.authority.addItem(place.name, place.id)
        home = self.authority.findData(self._desk.viewer.authority_id)
        self.authority.setCurrentIndex(max(home, 0))

    def _lay_out(self) -> None:
        self.body.setSpacing(M)
        self.add(
            muted(
                "Some venues keep other hours in the holidays. The dates that come "
                "with Venues are the usual pattern: check them against each "
                "authority's own.",
                wrap=True,
            )
        )
        self.add(Field("Local authority", self.authority))
        self.add(self.rows)
        form = QHBoxLayout()
        form.setSpacing(S)
        for key, share in (("name", 5), ("since", 3), ("until", 3)):
            form.addWidget(self.fields[key], share)
        self.body.addLayout(form)
        self.add(self.add_term)
        self.add(self.notice)
        if not self._keeps:
            for widget in (*self.fields.values(), self.add_term):
                widget.hide()
            self.add(muted("Coordinators and managers keep these.", wrap=True))

    def _today(self) -> date:
        return self._desk.now().date()

    @Slot()
    def _add(self) -> None:
        days = {}
        for key, box in (("since", self.since), ("until", self.until)):
            try:
                days[key] = box.value()
            except NotUnderstood as trouble:
                self.fields[key].complain(str(trouble))
                return
        term = SchoolTerm(
            authority_id=self.authority.currentData(),
            name=self.name.text(),
            since=days["since"],
            until=days["until"],
        )
        steps = _Steps(self._desk, term)
        self.saving.start(steps.put_in, partial(self._added, steps))

    def _remove(self, term: SchoolTerm, _checked: object = None) -> None:
        steps = _Steps(self._desk, term)
        self.saving.start(steps.take_in, partial(self._removed, steps))

    def _added(self, steps: _Steps, _result: object) -> None:
        self.name.clear()
        self.name.setFocus()
        self.reload()
        self._desk.undo.push("new term", steps.take, steps.put)
        self._desk.host.say(f"Added {steps.term.name}.", undoable=True)

    def _removed(self, steps: _Steps, _result: object) -> None:
        self.reload()
        self._desk.undo.push("removal of a term", steps.put, steps.take)
        self._desk.host.say(f"Removed {steps.term.name}.", undoable=True)


def between(term: SchoolTerm) -> str:
    """The first and the last day: "3 September to 23 October 2026"."""
    year = f" {term.since.year}" if term.since.year != term.until.year else ""
    return f"{day_month(term.since)}{year} to {day_month(term.until)} {term.until.year}"


@dataclass(slots=True)
class _Steps:
    """A term that is put down, taken off, and put down again under another id."""

    desk: Desk
    term: SchoolTerm

    def put(self) -> None:
        """Put it down."""
        with self.desk.database.write() as session:
            self.put_in(session)

    def take(self) -> None:
        """Take it off."""
        with self.desk.database.write() as session:
            self.take_in(session)

    def put_in(self, session: Any) -> None:
        """The same in a unit of work that is there already."""
        desk = self.desk
        self.term = calendar_days.add_term(
            session, desk.viewer, replace(self.term, id=None), now=desk.now()
        )

    def take_in(self, session: Any) -> None:
        """As ``put_in``."""
        calendar_days.remove_term(session, self.desk.viewer, self.term)
