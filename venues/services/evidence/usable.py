"""How many minutes each part of a building is ours to use in some days.

Days that are alike (the same weekday, in term or not, no closure and no hours of their
own) are worked out once, so that a year costs hardly more than two weeks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from venues.database.catalogue import Catalogue
from venues.domain.proposal import Day, Room
from venues.domain.reporting import DAY, Dates

_Alike = tuple[int, bool]
"""A weekday, in term or not."""


def minutes(catalogue: Catalogue, dates: Dates) -> dict[int, int]:
    """Space → minutes in which the room that may be used longest in it may be used."""
    found: dict[int, int] = defaultdict(int)
    shared: dict[tuple[int, bool], dict[_Alike, int]] = {}
    days = _Days(catalogue, dates)
    for room in catalogue.rooms.values():
        if not room.bookable:
            continue
        own = (room.venue.id, room.id) in catalogue.stretches
        key = (room.id, True) if own else (room.venue.id, False)
        usable = days.usable(room, shared.setdefault(key, {}))
        for space_id in room.space_ids:
            found[space_id] = max(found[space_id], usable)
    return dict(found)


class _Days:
    """The days asked about, sorted into those that are alike for an authority."""

    def __init__(self, catalogue: Catalogue, dates: Dates) -> None:
        self._catalogue = catalogue
        self._days = [
            dates.first + timedelta(days=n)
            for n in range((dates.last - dates.first).days + 1)
        ]
        self._plain: dict[int, dict[_Alike, list[date]]] = {}

    def usable(self, room: Room, known: dict[_Alike, int]) -> int:
        """Minutes of a room; ``known`` keeps what days that are alike have."""
        apart = self._apart(room)
        total = sum(self._of(room, day) for day in apart)
        taken = Counter(self._alike(room.venue.authority_id, day) for day in apart)
        for alike, days in self._of_authority(room.venue.authority_id).items():
            number = len(days) - taken[alike]
            if number <= 0:
                continue
            if alike not in known:
                usual = next(day for day in days if day not in apart)
                known[alike] = self._of(room, usual)
            total += known[alike] * number
        return total

    def _of(self, room: Room, day: date) -> int:
        return length(self._catalogue.days(day, [room])[room.id])

    def _alike(self, authority_id: int, day: date) -> _Alike:
        return day.weekday(), self._catalogue.in_term(authority_id, day)

    def _of_authority(self, authority_id: int) -> dict[_Alike, list[date]]:
        """Days on which its venues do not close anyway."""
        if authority_id not in self._plain:
            plain: dict[_Alike, list[date]] = defaultdict(list)
            for day in self._days:
                if not self._closed(authority_id, day):
                    plain[self._alike(authority_id, day)].append(day)
            self._plain[authority_id] = dict(plain)
        return self._plain[authority_id]

    def _closed(self, authority_id: int, day: date) -> bool:
        closed = self._catalogue.closed_days.get(day, ())
        return any(each in {None, authority_id} for _, each in closed)

    def _apart(self, room: Room) -> set[date]:
        """Days with hours of their own or a closure, one by one."""
        catalogue, venue = self._catalogue, room.venue
        spans = [
            (each.starts.date(), each.ends.date())
            for each in catalogue.shut.get(venue.id, ())
        ]
        spans += [
            (each.valid_from or date.min, each.valid_until or date.max)
            for room_id in (room.id, None)
            for each in catalogue.stretches.get((venue.id, room_id), ())
            if each.dated
        ]
        return {
            day
            for day in _between(self._days, spans)
            if not self._closed(venue.authority_id, day)
        }


def _between(days: list[date], spans: Iterable[tuple[date, date]]) -> set[date]:
    found: set[date] = set()
    for since, until in set(spans):
        first, last = max(since, days[0]), min(until, days[-1])
        found |= {first + DAY * n for n in range((last - first).days + 1)}
    return found


def length(day: Day) -> int:
    """The minutes of a day in which a room may be used."""
    return sum(
        int((span.ends - span.starts).total_seconds()) // 60 for span in day.usable
    )
