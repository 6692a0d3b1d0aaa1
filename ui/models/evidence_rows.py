"""Columns for the numbers of a measure, for the rows behind it, and for sectors."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from ui.models.table import Column, Weight
from venues.services.evidence.behind import Rows
from venues.services.evidence.shown import Line, Table


class Row(NamedTuple):
    """A row behind a figure, and its place in the order it came in."""

    place: int
    cells: tuple[str, ...]


def of_table(table: Table) -> tuple[Column[Line], ...]:
    """A line's name, and each of its cells with what it is of."""
    named: Column[Line] = Column("", _label, _label, weight=Weight.STRONG)
    cells = (
        Column(
            head,
            partial(_words, column),
            partial(_value, column),
            tip=partial(_detail, column),
            right=True,
        )
        for column, head in enumerate(table.heads)
    )
    return named, *cells


def of_rows(rows: Rows) -> tuple[Column[Row], ...]:
    """One for each heading; the first sorts as they came, numbers as numbers."""
    return tuple(
        Column(head, partial(_cell, column), partial(_key, column))
        for column, head in enumerate(rows.heads)
    )


def numbered(rows: Rows) -> tuple[Row, ...]:
    """The rows with their places."""
    return tuple(Row(place, cells) for place, cells in enumerate(rows.lines))


def _label(line: Line) -> str:
    return line.label


def _words(column: int, line: Line) -> str:
    return line.cells[column].words


def _detail(column: int, line: Line) -> str | None:
    return line.cells[column].detail or None


def _value(column: int, line: Line) -> float:
    value = line.cells[column].value
    return -1.0 if value is None else value


def _cell(column: int, row: Row) -> str:
    return row.cells[column]


def _key(column: int, row: Row) -> tuple[int, str]:
    words = row.cells[column]
    if not column:
        return row.place, ""
    return (int(words), "") if words.isdecimal() else (-1, words)
