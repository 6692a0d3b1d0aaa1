"""How many minutes each part of a building is ours to use in some days.

Days that are alike (the same weekday, in term or not, the same hours with dates, no
closure) are worked out once, so that a year costs hardly more than two weeks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date

from venues.database.catalogue import Catalogue
from venues.domain.proposal import Day, Room
from venues.domain.reporting import DAY, Dates

_Alike = tuple[int, bool, int]
"""A weekday, in term or not, and how many changes of hours lie before it."""


def minutes(catalogue: Catalogue, dates: Dates) -> dict[int, int]:
    """Space → minutes in which the room that may be used longest in it may be used."""
    found: dict[int, int] = defaultdict(int)
    shared: dict[int, int] = {}
    days = _Days(catalogue, dates)
    for room in catalogue.rooms.values():
        if not room.bookable:
            continue
        venue_id = room.venue.id
        if (venue_id, room.id) in catalogue.stretches or days.shut(venue_id):
            usable = days.usable(room)
        else:
            if venue_id not in shared:
                shared[venue_id] = days.usable(room)
            usable = shared[venue_id]
        for space_id in room.space_ids:
            found[space_id] = max(found[space_id], usable)
    return dict(found)


class _Days:
    """The days asked about, sorted into those that are alike for a venue or room."""

    def __init__(self, catalogue: Catalogue, dates: Dates) -> None:
        self._catalogue = catalogue
        self._days = [
            dates.first + DAY * number
            for number in range((dates.last - dates.first).days + 1)
        ]
        self._open: dict[int, list[tuple[date, bool]]] = {}

    def usable(self, room: Room) -> int:
        """Minutes of a room."""
        marks, shut = self._marks(room), self.shut(room.venue.id)
        total, first, numbers = 0, dict[_Alike, date](), Counter[_Alike]()
        for day, term in self._of_authority(room.venue.authority_id):
            if day in shut:
                total += self._of(room, day)
                continue
            alike = day.weekday(), term, bisect_right(marks, day)
            first.setdefault(alike, day)
            numbers[alike] += 1
        return total + sum(
            self._of(room, first[each]) * number for each, number in numbers.items()
        )

    def _of(self, room: Room, day: date) -> int:
        return length(self._catalogue.days(day, [room])[room.id])

    def _of_authority(self, authority_id: int) -> list[tuple[date, bool]]:
        """Days on which its venues do not close anyway, and whether they are term."""
        if authority_id not in self._open:
            self._open[authority_id] = [
                (day, self._catalogue.in_term(authority_id, day))
                for day in self._days
                if not self._closed(authority_id, day)
            ]
        return self._open[authority_id]

    def _closed(self, authority_id: int, day: date) -> bool:
        closed = self._catalogue.closed_days.get(day, ())
        return any(each in {None, authority_id} for _, each in closed)

    def _marks(self, room: Room) -> list[date]:
        """Days from which hours with dates hold, or no longer."""
        marks: set[date] = set()
        for room_id in (room.id, None):
            for each in self._catalogue.stretches.get((room.venue.id, room_id), ()):
                marks |= {each.valid_from} if each.valid_from else set()
                marks |= {each.valid_until + DAY} if each.valid_until else set()
        return sorted(marks)

    def shut(self, venue_id: int) -> set[date]:
        """Days on which something of the venue is closed, looked at one by one."""
        found: set[date] = set()
        for each in self._catalogue.shut.get(venue_id, ()):
            first = max(each.starts.date(), self._days[0])
            last = min(each.ends.date(), self._days[-1])
            found |= {first + DAY * number for number in range((last - first).days + 1)}
        return found


def length(day: Day) -> int:
    """The minutes of a day in which a room may be used."""
    return sum(
        int((span.ends - span.starts).total_seconds()) // 60 for span in day.usable
    )
