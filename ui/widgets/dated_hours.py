"""The hours of a venue or room that hold for some dates, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.table import Column, TableModel
from ui.theme import S
from ui.widgets.buttons import Button
from ui.widgets.text import strong
from ui.widgets.wrapped import WrappedTable
from venues.domain import week
from venues.domain.hours_words import Opening, say_week
from venues.domain.opening import Stretch
from venues.domain.week import USES, Dates, Week
from venues.domain.words import listing, short_day


class DatedRow(NamedTuple):
    """Hours for some dates, as a line of the table."""

    dates: Dates
    when: str
    hours: str


COLUMNS: tuple[Column[DatedRow], ...] = (
    Column("Dates", attrgetter("when"), lambda row: week.between(row.dates)),
    Column("Hours then", attrgetter("hours"), attrgetter("hours")),
)


class DatedHours(QWidget):
    """Takes no room for somebody who only reads when there are none.

    Signals:
        asked: "add dates", "change dates" or "remove dates", and which ones.
    """

    asked = Signal(str, object)

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self._model: TableModel[DatedRow] = TableModel(COLUMNS, self)
        self.table = WrappedTable("Hours for some dates", self._model)
        self.add = Button("Add dates", icon="plus")
        self.change = Button("Change")
        self.remove = Button("Remove")
        heading = QHBoxLayout()
        heading.addWidget(strong("For some dates"))
        heading.addStretch(1)
        heading.addWidget(self.add)
        below = QHBoxLayout()
        below.setSpacing(S)
        below.addWidget(self.change)
        below.addWidget(self.remove)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addLayout(heading)
        layout.addWidget(self.table)
        layout.addLayout(below)
        self.add.setVisible(may_edit)
        self.add.clicked.connect(partial(self._ask, "add dates"))
        self.change.clicked.connect(partial(self._ask, "change dates"))
        self.remove.clicked.connect(partial(self._ask, "remove dates"))
        self.table.opened.connect(partial(self._ask, "change dates"))

    def show_hours(self, stretches: Iterable[Stretch], *, twenty_four: bool) -> None:
        """Show those of the hours that hold between dates only."""
        rows = [
            DatedRow(dates, dates_words(dates), week_words(found, twenty_four))
            for dates, found in week.of_dates(stretches).items()
        ]
        self._model.show(rows)
        for widget in (self.table, self.change, self.remove):
            edits = widget is not self.table
            widget.setVisible(bool(rows) and (self._may_edit or not edits))
        self.setVisible(bool(rows) or self._may_edit)
        self.table.select(self.table.ordered.index(0, 0))

    def _ask(self, what: str, _about: object = None) -> None:
        row = self.table.current()
        adds = what == "add dates"
        dates = row.dates if isinstance(row, DatedRow) and not adds else None
        if self._may_edit and (dates is not None or adds):
            self.asked.emit(what, dates)


def dates_words(dates: Dates) -> str:
    """From the first day to the last: "Tue 1 Jun 2027 to Thu 1 Jul 2027"."""
    first, last = week.between(dates)
    if first == date.min:
        return f"Until {short_day(last)}"
    if last == date.max:
        return f"From {short_day(first)}"
    return f"{short_day(first)} to {short_day(last)}"


def week_words(found: Week, twenty_four: bool) -> str:  # noqa: FBT001 - how times are said
    """The hours of a week, uses that are alike together, a line for each."""
    said: dict[str, list[str]] = {}
    for use, words in USES.items():
        days: dict[int, Opening] = {
            day: spans for (day, of), spans in found.items() if of == use
        }
        if days:
            hours = say_week(days, twenty_four=twenty_four)
            said.setdefault(hours, []).append(words.lower())
    lines = (f"{listing(uses)}: {hours}" for hours, uses in said.items())
    return "\n".join(line[:1].upper() + line[1:] for line in lines)
