"""Rows of a sheet as values, and what is wrong in which cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from venues.domain.typed import NotUnderstood
from venues.services.spreadsheets import cells, shape
from venues.services.spreadsheets.book import Sheet, unusable
from venues.services.spreadsheets.shape import Column, Kind
from venues.services.spreadsheets.stored import Stored

LONGEST_WORD = 500
"""Characters of a cell that is not for free text; more is not even looked at."""

LONGEST_FREE = 5_000


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong in a cell and what to do; a ``note`` is only worth a look."""

    sheet: str
    row: int
    column: str
    sentence: str
    note: bool = False
    key: str = ""

    @property
    def where(self) -> str:
        """The cell, as people find it."""
        column = f", {self.column}" if self.column else ""
        return f"{self.sheet}, row {self.row}{column}"


@dataclass(slots=True)
class Line:
    """One row that says something; ``columns`` has the heading of each field."""

    sheet: str
    row: int
    columns: Mapping[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def trouble(self, key: str, sentence: str, *, note: bool = False) -> Trouble:
        """Note that something is wrong in the cell of that field."""
        column = self.columns.get(key, "")
        made = Trouble(self.sheet, self.row, column, sentence, note, key)
        if made not in self.troubles:
            self.troubles.append(made)
        return made

    def amiss(self, *keys: str) -> bool:
        """Whether something is wrong with one of these fields already."""
        return any(each.key in keys for each in self.troubles)

    @property
    def grave(self) -> list[Trouble]:
        """The troubles that are more than notes."""
        return [each for each in self.troubles if not each.note]


def heading(titles: list[str], place: int) -> str:
    """A column as people find it: "Postcode (E)"."""
    title = titles[place] if place < len(titles) else ""
    return f"{cells.one_line(title)[:40]} ({letter(place)})".strip()


def letter(place: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def own(sheet: Sheet) -> tuple[Kind, int, dict[int, Column]] | None:
    """Which of our own sheets it is, where its headings are, and its columns."""
    top = next((number for number, row in enumerate(sheet.rows) if any(row)), None)
    if top is None:
        return None
    titles = [cells.one_line(cell).casefold() for cell in sheet.rows[top]]
    best: tuple[Kind, int, dict[int, Column]] | None = None
    for kind in shape.KINDS:
        columns = {
            titles.index(column.title.casefold()): column
            for column in kind.columns
            if column.title.casefold() in titles
        }
        needed = {column.key for column in kind.columns if column.needed}
        found = {column.key for column in columns.values()}
        named = sheet.name.casefold() == kind.name.casefold()
        alike = len(columns) >= len([title for title in titles if title]) * 0.8
        whole = needed <= found and (named or alike)
        if kind is shape.VENUES and not ("uuid" in found or (named and alike)):
            whole = False  # any list has names and postcodes
        if whole and (best is None or len(columns) > len(best[2])):
            best = (kind, top, columns)
    return best


def read(
    sheet: Sheet,
    top: int,
    columns: Mapping[int, Column],
    stored: Stored,
    *,
    emptied: bool,
    today: date,
) -> Iterator[Line]:
    """The rows below the headings in row ``top``; empty rows are passed over.

    With ``emptied`` an empty cell is a value like any other; without, it says nothing.
    """
    titles = sheet.rows[top]
    named = {column.key: heading(titles, place) for place, column in columns.items()}
    if not emptied:
        named |= _others(named)
    readers = {
        place: _reader(column, stored, today) for place, column in columns.items()
    }
    for number in range(top + 1, len(sheet.rows)):
        row = sheet.rows[number]
        if not any(row):
            continue
        line = Line(sheet.name, number + 1, named)
        for place, column in columns.items():
            cell = row[place] if place < len(row) else ""
            if cell:
                _take(line, column, cell, readers[place])
            elif emptied:
                line.values[column.key] = column.empty
        if line.values or line.troubles:
            yield line


def _others(named: Mapping[str, str]) -> dict[str, str]:
    """Which column is to blame for what several columns of a foreign list make."""
    found = {}
    for key in ("contact.role", "contact.phone", "contact.email"):
        if key in named:
            found["contacts"] = named[key]
    for key, days in (
        ("week", range(7)),
        ("weekdays", range(5)),
        ("weekend", range(5, 7)),
    ):
        if key in named:
            found |= {f"day{day}": named[key] for day in days}
    return {key: title for key, title in found.items() if key not in named}


def _take(line: Line, column: Column, cell: str, reader: Callable[[str], Any]) -> None:
    why = unusable(cell)
    most = LONGEST_FREE if column.free else LONGEST_WORD
    if why is None and len(cell) > most:
        why = f"That is longer than {most:,} characters. Shorten it."
    if why is None:
        try:
            line.values[column.key] = reader(cell)
        except NotUnderstood as trouble:
            why = str(trouble)
        except (ValueError, OverflowError):
            why = "That cannot be read here. Type it again."
    if why is not None:
        line.trouble(column.key, why)


def _reader(column: Column, stored: Stored, today: date) -> Callable[[str], Any]:
    if column.key == shape.AUTHORITY:
        return stored.authority
    if column.key in shape.DATES:
        return partial(cells.read_day, today=today)
    return column.read
