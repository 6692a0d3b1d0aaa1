"""What the search for places is given, and what it answers: plain values.

The search knows neither rooms nor people. It knows keys that cannot be claimed twice
at once, and does not know what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from venues.domain.places import Point, drive_minutes

SAME_PLACE = 50.0
"""Metres within which no journey is counted, as in the rule for workers."""

Key = tuple[str, int, int]
"""What is claimed: a kind, and up to two ids. Only whether two are equal counts."""


class Claim(NamedTuple):
    """A key that a booking claims for a time, and how far that reaches for others.

    Two claims of one key clash when either lies in the reach of the other. ``point``
    is where somebody has to be, who needs time to get to the next place.
    """

    key: Key
    starts: datetime
    ends: datetime
    reach_from: datetime
    reach_until: datetime
    point: Point | None = None

    @classmethod
    def plain(
        cls, key: Key, starts: datetime, ends: datetime, point: Point | None = None
    ) -> Claim:
        """A claim that reaches no further than itself."""
        return cls(key, starts, ends, starts, ends, point)

    def clashes(self, other: Claim) -> bool:
        """Whether both cannot be; they are claims of one key."""
        if self.starts < other.reach_until and other.reach_from < self.ends:
            return True
        if other.starts < self.reach_until and self.reach_from < other.ends:
            return True
        return _too_far(self, other)


def _too_far(one: Claim, other: Claim) -> bool:
    """Whether there is too little time from the one place to the other."""
    if one.point is None or other.point is None:
        return False
    if one.point.distance_to(other.point) <= SAME_PLACE:
        return False
    gap = max(other.starts - one.ends, one.starts - other.ends)
    return gap < timedelta(minutes=drive_minutes(one.point, other.point))


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One place for a booking, which the rules have found in order.

    ``ids`` decide between places that are otherwise as good, the lowest first; ``same``
    is what the bookings of a series should have in common. ``later`` is in minutes and
    never negative, ``metres`` and ``pence`` are whole numbers.
    """

    ids: tuple[int, ...]
    same: int
    later: int = 0
    metres: int = 0
    pence: int = 0
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Displaced:
    """A booking that has to go: where it could, and what it claims if it stays.

    ``fixed`` says that it goes to its only option, or stays when it has none.
    """

    id: int
    options: tuple[Option, ...]
    series: int | None = None
    stay: tuple[Claim, ...] = ()
    fixed: bool = False


class Score(NamedTuple):
    """How good a placement is, the weightiest first; the smaller is the better.

    ``ids`` are those of the options, booking by booking in the order of their ids; an
    empty tuple stands after every other for one that stays.
    """

    unplaced: int
    other_time: int
    minutes: int
    split: int
    metres: int
    pence: int
    ids: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The best places that were found, by booking id; None where it stays.

    ``proven`` says that no better ones exist. ``impossible`` are bookings that are
    fixed where they do not go together; the others of their group stay. ``groups`` are
    the ids of bookings that were looked at together, because one may stand in another's
    way.
    """

    places: dict[int, Option | None]
    score: Score
    proven: bool = True
    impossible: tuple[int, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()


def score(bookings: Sequence[Displaced], places: dict[int, Option | None]) -> Score:
    """How good those places are for those bookings."""
    placed = [each for each in places.values() if each is not None]
    shared: dict[int, set[int]] = {}
    for booking in bookings:
        place = places[booking.id]
        if booking.series is not None and place is not None:
            shared.setdefault(booking.series, set()).add(place.same)
    return Score(
        unplaced=len(places) - len(placed),
        other_time=sum(each.later > 0 for each in placed),
        minutes=sum(each.later for each in placed),
        split=sum(len(each) > 1 for each in shared.values()),
        metres=sum(each.metres for each in placed),
        pence=sum(each.pence for each in placed),
        ids=tuple(
            (0, place.ids) if place is not None else (1, ())
            for booking in sorted(bookings, key=lambda each: each.id)
            for place in [places[booking.id]]
        ),
    )
