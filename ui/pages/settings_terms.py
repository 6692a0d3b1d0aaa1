"""Settings: the school terms of one authority in one year."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from ui.desk import Desk
from ui.pages.settings_list import Steps, YearList
from ui.widgets.datefield import DateField
from ui.widgets.dayrows import DayRow
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from ui.widgets.text import muted
from venues.domain.typed import NotUnderstood
from venues.domain.words import day_month
from venues.services import calendar_days
from venues.services.calendar_days import SchoolTerm

ABOUT = (
    "Some venues keep other hours in the holidays. The dates that come with Venues are "
    "the usual pattern: check them against each authority's own."
)


class Terms(YearList):
    """The terms, and for keepers of the list a way to add and remove them."""

    def __init__(self, desk: Desk) -> None:
        empty = "No term of this year is put down."
        super().__init__(desk, "School terms", empty, "Add term")
        self.authority = ModestBox()
        today = desk.now().date()
        self.since, self.until = (DateField(today, self._today) for _ in range(2))
        self.add(muted(ABOUT, wrap=True))
        self.add(Field("Local authority", self.authority))
        self.add(self.rows)
        self.take_form(
            {
                "name": (Field("Term", self.name), 5),
                "since": (Field("First day", self.since), 3),
                "until": (Field("Last day", self.until), 3),
            }
        )
        self._offer()
        self.authority.currentIndexChanged.connect(self.reload)
        self.plus.clicked.connect(self._add)

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
        self.put_down(self._steps(term), "new term", self._added)

    def _remove(self, term: SchoolTerm, _checked: object = None) -> None:
        self.take_off(self._steps(term), "removal of a term", _removed)

    def _added(self, term: SchoolTerm) -> str:
        self.name.clear()
        self.name.setFocus()
        return f"Added {term.name}."

    def _steps(self, term: SchoolTerm) -> Steps[SchoolTerm]:
        desk = self._desk

        def write(session: Any, term: SchoolTerm) -> SchoolTerm:
            fresh = replace(term, id=None)
            return calendar_days.add_term(session, desk.viewer, fresh, now=desk.now())

        def erase(session: Any, term: SchoolTerm) -> None:
            calendar_days.remove_term(session, desk.viewer, term)

        return Steps(term, write, erase)


def _removed(term: SchoolTerm) -> str:
    return f"Removed {term.name}."


def between(term: SchoolTerm) -> str:
    """The first and the last day: "3 September to 23 October 2026"."""
    year = f" {term.since.year}" if term.since.year != term.until.year else ""
    return f"{day_month(term.since)}{year} to {day_month(term.until)} {term.until.year}"
