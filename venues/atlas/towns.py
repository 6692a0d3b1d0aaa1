"""The towns that are named on the map, each by the sectors of its middle."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median_low

from venues.domain.places import Point
from venues.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Town:
    """A town: its name and its middle. Of two in each other's way, the first stays."""

    name: str
    point: Point


SECTORS = {
    "Warrington": ("WA1 1", "WA1 2"),
    "Chester": ("CH1 1", "CH1 2"),
    "Crewe": ("CW1 2", "CW2 7"),
    "Macclesfield": ("SK11 6",),
    "Runcorn": ("WA7 1", "WA7 2", "WA7 5"),
    "Widnes": ("WA8 6", "WA8 7"),
    "Ellesmere Port": ("CH65 0", "CH65 4"),
    "Northwich": ("CW9 5",),
    "Winsford": ("CW7 1",),
    "Congleton": ("CW12 1",),
    "Wilmslow": ("SK9 1", "SK9 5"),
    "Nantwich": ("CW5 5",),
    "Sandbach": ("CW11 1",),
    "Knutsford": ("WA16 6",),
    "Middlewich": ("CW10 9",),
    "Neston": ("CH64 9",),
    "Frodsham": ("WA6 6", "WA6 7"),
    "Alsager": ("ST7 2",),
    "Poynton": ("SK12 1",),
    "Lymm": ("WA13 0",),
    "Birchwood": ("WA3 6", "WA3 7"),
    "Culcheth": ("WA3 4",),
}
"""Town → the sectors round its middle, the larger towns first."""


def towns(gazetteer: Gazetteer) -> tuple[Town, ...]:
    """Each town where most of its middle's postcodes are; without those, not at all."""
    found = []
    for name, sectors in SECTORS.items():
        points = [
            point for sector in sectors for point in gazetteer.sector_points(sector)
        ]
        if points:
            middle = Point(
                median_low(point.easting for point in points),
                median_low(point.northing for point in points),
            )
            found.append(Town(name, middle))
    return tuple(found)
