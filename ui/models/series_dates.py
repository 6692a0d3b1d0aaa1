"""The dates of a series and what became of each, as a table."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from ui.kinds import Kind
from ui.models.table import Column, Weight
from venues.domain.words import listing, short_day, span
from venues.services.series.reading import Date

STATUSES = {
    "confirmed": (Kind.GOOD, "Booked"),
    "provisional": (Kind.WARN, "Provisional"),
    "cancelled": (Kind.QUIET, "Cancelled"),
    "declined": (Kind.QUIET, "Declined"),
}
OUTCOMES = {
    "booked": (Kind.QUIET, "Not yours now"),
    "other room": (Kind.QUIET, "Not yours now"),
    "left out": (Kind.QUIET, "Left out"),
}
FREE = (Kind.WARN, "Free now")


@dataclass(frozen=True, slots=True)
class Line:
    """One date as it is shown."""

    day: date
    kind: Kind
    outcome: str
    where: str
    why: str


def lines(dates: Collection[Date], free: Collection[date]) -> list[Line]:
    """Each date; those that are free now can be put back."""
    return [_line(each, free=each.day in free) for each in dates]


def columns() -> tuple[Column[Line], ...]:
    """The day, how it stands, where, and why it is not as it was asked for."""
    key = attrgetter("day")
    return (
        Column("Date", lambda line: short_day(line.day), key, weight=Weight.STRONG),
        Column("", attrgetter("outcome"), key, kind=attrgetter("kind")),
        Column("Where and when", attrgetter("where"), key),
        Column("Note", attrgetter("why"), key, weight=Weight.MUTED),
    )


def _line(each: Date, *, free: bool) -> Line:
    seen, room = each.seen, each.room
    kind, outcome = FREE if free else OUTCOMES[each.outcome]
    where = ""
    if seen is not None and room is not None:
        kind, outcome = STATUSES[seen.status]
        hours = span(seen.starts, seen.ends)
        where = listing([f"{room.name}, {room.venue.name}", hours], last="·")
    return Line(each.day, kind, outcome, where, each.why)
