"""A week's opening hours, as words in a table."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from ui.models.table import Column, TableModel, Weight
from ui.widgets.wrapped import WrappedTable
from venues.domain.hours_words import say_days, say_hours
from venues.domain.week import USES, Week
from venues.domain.words import DAYS


class WeekRow(NamedTuple):
    """Days that are alike, with the hours of each use in words."""

    days: str
    open: str
    staffed: str
    usable: str


COLUMNS: tuple[Column[WeekRow], ...] = (
    Column("Day", attrgetter("days"), attrgetter("days"), weight=Weight.MUTED),
    *(Column(words, attrgetter(use), attrgetter(use)) for use, words in USES.items()),
)


def week_rows(week: Week, *, twenty_four: bool) -> list[WeekRow]:
    """A week, Monday first; days that follow one another and are alike are one row."""
    runs: list[tuple[list[int], tuple[str, ...]]] = []
    for day in range(len(DAYS)):
        words = tuple(
            say_hours(week.get((day, use), ()), twenty_four=twenty_four) for use in USES
        )
        if runs and runs[-1][1] == words:
            runs[-1][0].append(day)
        else:
            runs.append(([day], words))
    return [WeekRow(say_days(days), *words) for days, words in runs]


class WeekTable(WrappedTable):
    """The days and three uses, in words."""

    def __init__(self, name: str, twenty_four: Callable[[], bool]) -> None:
        self._week: TableModel[WeekRow] = TableModel(COLUMNS)
        self._twenty_four = twenty_four
        super().__init__(name, self._week, narrow=[0])
        self._week.setParent(self)

    def show_week(self, week: Week) -> None:
        """Show the hours of that week."""
        self._week.show(week_rows(week, twenty_four=self._twenty_four()))

    def rows(self) -> list[WeekRow]:
        """What is shown."""
        return list(self._week.rows)
