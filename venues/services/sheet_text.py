"""The sheets without a printer: lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from venues.domain import words
from venues.domain.sheets import (
    Cell,
    DirectionsSheet,
    OutSheet,
    OwnSheet,
    SheetData,
    WeekSheet,
)


def text(sheets: Sequence[SheetData]) -> str:
    """The sheets one after another, each with its title and foot."""
    return "\n".join("\n".join(_sheet(sheet)) for sheet in sheets)


def _sheet(sheet: SheetData) -> Iterator[str]:
    head = sheet.head
    yield head.title
    sample = "Sample data" if head.sample else ""
    yield " · ".join(filter(None, (head.subtitle, head.marking, sample)))
    yield ""
    if isinstance(sheet, WeekSheet):
        yield from _week(sheet)
    elif isinstance(sheet, OwnSheet):
        yield from _own(sheet)
    elif isinstance(sheet, OutSheet):
        yield from _out(sheet)
    else:
        yield from _directions(sheet)
    yield from head.foot()
    if head.marking:
        yield head.marking
    yield ""


def _week(sheet: WeekSheet) -> Iterator[str]:
    wide = max(len(heading.name) for heading in sheet.days)
    for room in sheet.rooms:
        yield f"{room.name} ({room.note})" if room.note else room.name
        for heading, cell in zip(sheet.days, room.cells, strict=True):
            name = heading.name.ljust(wide)
            for line in _cell(cell):
                yield f"  {name}  {line}"
                name = " " * wide
        yield ""


def _cell(cell: Cell) -> Iterator[str]:
    if cell.closed:
        yield cell.closed
    for entry in cell.entries:
        yield "  ".join(filter(None, (entry.time, ", ".join(entry.lines))))
    if not cell.closed and not cell.entries:
        yield "nothing booked"


def _directions(sheet: DirectionsSheet) -> Iterator[str]:
    for title, lines in sheet.rows:
        yield title
        yield from (f"  {line}" for line in lines)
    yield ""


def _out(sheet: OutSheet) -> Iterator[str]:
    for row in sheet.rows:
        yield "  ".join(filter(None, row))
    if not sheet.rows:
        yield "nobody"
    yield ""


def _own(sheet: OwnSheet) -> Iterator[str]:
    for day, appointments in sheet.days:
        yield words.day(day)
        if not appointments:
            yield "  nothing booked"
        for each in appointments:
            columns = (each.time, each.where, each.what, each.people, each.notes)
            first, *rest = (", ".join(lines) for lines in columns if lines)
            yield f"  {first}"
            yield from (f"    {line}" for line in rest)
        yield ""
