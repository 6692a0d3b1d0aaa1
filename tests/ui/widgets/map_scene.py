"""A small country for the map: two authorities, water between them, a few venues."""

from __future__ import annotations

from venues.atlas.atlas import Area, Atlas
from venues.atlas.towns import Town
from venues.domain.places import Point
from venues.gazetteer import COUNCILS
from venues.services.venue_pins import Pin

WEST = ((340_000, 350_000), (365_000, 350_000), (365_000, 390_000), (340_000, 390_000))
EAST = ((365_000, 350_000), (395_000, 350_000), (395_000, 390_000), (365_000, 390_000))
SEA = ((330_000, 350_000), (340_000, 350_000), (340_000, 390_000), (330_000, 390_000))

ATLAS = Atlas(
    areas=(Area(COUNCILS[3], (WEST,)), Area(COUNCILS[2], (EAST,))),
    waters=(SEA,),
    rivers=(((340_000, 360_000), (345_000, 361_000)),),
    borders=((WEST[1], WEST[2]),),
    towns=(
        Town("Chester", Point(345_000, 366_000)),
        Town("Crewe", Point(370_500, 355_500)),
    ),
)


def pin(number: int, easting: int, northing: int, **other: str) -> Pin:
    """A venue at a place, a library in use unless something else is said."""
    said = {"kind": "library", "town": "Crewe", "status": "active"} | other
    return Pin(
        number,
        f"Venue {number}",
        said["kind"],
        said["town"],
        said["status"],
        Point(easting, northing),
    )


NOWHERE = Pin(9, "Lost Hall", "church hall", "", "active", None)

PINS = (
    pin(1, 350_000, 380_000),
    pin(2, 385_000, 380_000, kind="family hub", town="Macclesfield"),
    pin(3, 370_500, 355_500, status="suspended"),
    pin(4, 370_540, 355_500, kind="church hall", status="candidate"),
    pin(5, 370_500, 355_540, kind="", status="retired"),
)
"""Two alone, and three in one street."""
