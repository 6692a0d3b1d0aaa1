"""The estuaries of the Mersey and the Dee, and the sea before them.

Nobody lives in them, so the list of postcodes has no word for them. What is written
down here is the middle of the water and how far it reaches to either side at most;
where on the way to a shore the first postcodes stand, the water ends sooner.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from venues.domain.places import MERSEY, Point


class Reach(NamedTuple):
    """A point in the middle of the water, and metres from there to the shore."""

    middle: Point
    half: int


_MERSEY_WIDTHS = (800, 700, 1100, 1900, 2700, 2300, 1400, 700, 300, 450, 250, 200)

DEE = (
    Point(340_500, 365_900),  # Chester
    Point(336_500, 366_300),  # Saltney
    Point(332_000, 368_600),  # Queensferry
    Point(331_000, 369_500),  # Shotton
    Point(328_800, 370_900),  # Connah's Quay
    Point(326_600, 374_300),  # between Flint and the Burton marshes
    Point(323_800, 378_400),  # off Parkgate
    Point(320_000, 383_000),  # off Heswall
    Point(316_500, 387_500),  # the mouth, at Hilbre
    Point(310_000, 393_000),  # the sea
)
"""The middle of the river from Chester to the sea, read off a map to about 300 m."""

_DEE_WIDTHS = (0, 0, 0, 0, 300, 2000, 2900, 3300, 3600, 6000)

UPPER_MERSEY = (
    Point(356_400, 386_200),  # Fiddler's Ferry
    Point(358_600, 386_900),  # Penketh
    Point(360_700, 387_700),  # Warrington Bridge
    Point(364_900, 388_900),  # Woolston
    Point(369_400, 390_300),  # Rixton
    Point(372_200, 393_000),  # Irlam
    Point(374_500, 393_500),  # Flixton
    Point(380_300, 392_700),  # Sale
    Point(384_500, 390_000),  # Didsbury
    Point(389_100, 390_500),  # Stockport, where it begins
)
"""Where the river is too narrow for anything but a line."""

_BAY = (
    Reach(MERSEY[0], 900),
    Reach(Point(327_500, 399_000), 4500),
    Reach(Point(318_000, 403_000), 11_000),
    Reach(Point(308_000, 403_000), 11_000),
)

WATERS = (
    tuple(map(Reach, MERSEY, _MERSEY_WIDTHS)),
    tuple(map(Reach, DEE, _DEE_WIDTHS)),
    _BAY,
)

RIVERS = (MERSEY[6:] + UPPER_MERSEY[1:], DEE[:6])
"""What is drawn as a line as well, lest a narrow water be broken in pieces."""


def reaches() -> Iterator[tuple[Reach, Reach]]:
    """Each stretch of water, by its two ends."""
    for water in WATERS:
        yield from pairwise(water)


def wet(point: tuple[float, float], one: Reach, other: Reach) -> bool:
    """Whether a point lies within the water between the two ends."""
    (x, y), (start, end) = point, (one.middle, other.middle)
    dx, dy = end.easting - start.easting, end.northing - start.northing
    x, y = x - start.easting, y - start.northing
    along = min(1.0, max(0.0, (x * dx + y * dy) / (dx * dx + dy * dy)))
    half = one.half + along * (other.half - one.half)
    return hypot(x - along * dx, y - along * dy) <= half
