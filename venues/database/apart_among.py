"""Which of some cases are one person, and which must not come where another one is.

For bookings that are to move at the same time: none of them is where it will be, so no
window tells yet (``no_go``). What is found here goes into a search that knows no cases,
and into nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.engines.ties import SAME
from venues.database.models import Separation
from venues.database.no_go import halves

ONE_DAY = timedelta(days=1)


class Among:
    """The links in force between two days, asked about day by day."""

    def __init__(self, rows: Iterable[Any], buffers: Mapping[str, int]) -> None:
        self._rows, self._buffers = tuple(rows), buffers
        self._days: dict[date, _Day] = {}

    def person(self, case_id: int, day: date) -> int:
        """One number for all references of a person."""
        return self._on(day).person(case_id)

    def reach(
        self, case_ids: Iterable[int], others: Iterable[int], day: date
    ) -> timedelta | None:
        """By how much time the two are kept apart; None where they are not."""
        there = self._on(day)
        theirs = {there.person(id_) for id_ in others}
        found = [
            there.reach[mine, other]
            for mine in {there.person(id_) for id_ in case_ids}
            for other in theirs
            if (mine, other) in there.reach
        ]
        return max(found, default=None)

    def _on(self, day: date) -> _Day:
        if day not in self._days:
            rows = [
                row
                for row in self._rows
                if row.since <= day and (row.until is None or row.until >= day)
            ]
            self._days[day] = _day(rows, self._buffers)
        return self._days[day]


class _Day(NamedTuple):
    root: dict[int, int]
    reach: dict[tuple[int, int], timedelta]

    def person(self, case_id: int) -> int:
        while case_id in self.root:
            case_id = self.root[case_id]
        return case_id


def read(
    session: Session, first: date, last: date, buffers: Mapping[str, int]
) -> Among:
    """The links in force on any of those days; ``buffers`` maps a kind to minutes."""
    rows = session.execute(
        select(
            Separation.first_id,
            Separation.second_id,
            Separation.kind,
            Separation.since,
            Separation.until,
        ).where(
            Separation.closed_on.is_(None),
            Separation.since <= last,
            or_(Separation.until.is_(None), Separation.until >= first),
        )
    )
    return Among(rows.all(), buffers)


def closed(
    starts: datetime, ends: datetime, reach: timedelta
) -> tuple[datetime, datetime]:
    """From when until when an appointment closes its place for whom it is kept from.

    Whole half-days, as ``no_go.windows`` gives them.
    """
    day = starts.date()
    found = [
        (since, until)
        for since, until in halves([day - ONE_DAY, day, day + ONE_DAY])
        if starts < until + reach and ends > since - reach
    ]
    return found[0][0], found[-1][1]


def _day(rows: Iterable[Any], buffers: Mapping[str, int]) -> _Day:
    found = _Day({}, {})
    links = []
    for row in rows:
        if row.kind == SAME:
            one, other = found.person(row.first_id), found.person(row.second_id)
            if one != other:
                found.root[max(one, other)] = min(one, other)
        else:
            links.append(row)
    for row in links:
        pair = found.person(row.first_id), found.person(row.second_id)
        reach = timedelta(minutes=buffers[row.kind])
        for key in (pair, pair[::-1]):
            found.reach[key] = max(reach, found.reach.get(key, reach))
    return found
