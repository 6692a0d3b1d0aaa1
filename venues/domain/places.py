"""Where things are, in metres on the national grid, and how long the drive takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot
from typing import NamedTuple

METRES_PER_MILE = 1609.344

ROADS_WIND = 1.3
"""A road is longer than a straight line by about this factor."""

MILES_AN_HOUR = 25
"""An ordinary speed through towns and lanes, traffic included."""

PARKING = 10
"""Minutes to leave one building, park, and be inside the next."""

MERSEY_PENALTY = 15
"""Minutes for going round by a bridge: Runcorn's two, or the ones in Warrington."""


class Point(NamedTuple):
    """A place on the national grid, in metres east and north of its origin."""

    easting: int
    northing: int

    def distance_to(self, other: Point) -> float:
        """Metres in a straight line."""
        return hypot(self.easting - other.easting, self.northing - other.northing)


MERSEY = (
    Point(331_500, 394_500),  # the mouth, off New Brighton
    Point(333_600, 390_000),  # Liverpool
    Point(334_800, 386_500),  # Rock Ferry
    Point(338_300, 382_700),  # between Garston and Eastham
    Point(342_000, 380_000),  # between Speke and Stanlow
    Point(345_000, 380_000),  # south of Hale
    Point(348_300, 381_300),  # between Hale Head and Weston Point
    Point(349_400, 383_000),  # south of Halebank
    Point(350_900, 383_400),  # Runcorn Gap, where the bridges are
    Point(352_200, 384_300),  # between Spike Island and Wigg Island
    Point(354_500, 385_500),  # between Cuerdley and Norton marshes
    Point(356_400, 386_200),  # Fiddler's Ferry, opposite Moore
)
"""The middle of the river from the sea to Moore, read off a map to about 300 m.

It stops there on purpose: further up, Warrington's bridges come often enough.
"""


@lru_cache(maxsize=8192)  # the same few hundred places are asked about all day
def drive_minutes(start: Point, end: Point) -> int:
    """About how many minutes a worker needs from one place to another, by car.

    The straight line times 1.3 at 25 miles an hour, and 10 minutes to park and walk
    (figures proposed for the service, to be checked against real journeys), rounded
    up. Over the Mersey below Moore it is 15 minutes more, since the road goes round
    by a bridge. To stay at the same place takes none.
    """
    if start == end:
        return 0
    straight = start.distance_to(end) / METRES_PER_MILE
    needed = straight * ROADS_WIND / MILES_AN_HOUR * 60 + PARKING
    if _crosses(start, end, MERSEY):
        needed += MERSEY_PENALTY
    return ceil(needed)


def _crosses(start: Point, end: Point, line: Sequence[Point]) -> bool:
    """Whether the straight way ends on the other side of the line.

    The estuary bends, so a way from Ellesmere Port to Runcorn meets it twice and is
    back on its own shore.
    """
    met = sum(
        _side(start, end, one) != _side(start, end, other)
        and _side(one, other, start) != _side(one, other, end)
        for one, other in pairwise(line)
    )
    return met % 2 == 1


def _side(start: Point, end: Point, point: Point) -> bool:
    """Whether the point lies to the left of the way from start to end."""
    return (end.easting - start.easting) * (point.northing - start.northing) > (
        end.northing - start.northing
    ) * (point.easting - start.easting)
