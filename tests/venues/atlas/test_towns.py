"""The towns on the map."""

from __future__ import annotations

import pytest

from venues.atlas.atlas import Atlas
from venues.atlas.towns import SECTORS, Town, towns
from venues.domain.places import Point
from venues.gazetteer import Gazetteer

HALTON = {"Runcorn", "Widnes"}
WARRINGTON = {"Warrington", "Birchwood", "Lymm", "Culcheth"}
WEST = {"Chester", "Ellesmere Port", "Northwich", "Winsford", "Neston", "Frodsham"}


class Few:
    """A list in which one sector is known."""

    def sector_points(self, sector: str) -> list[Point]:
        """Three places, of which the one between the others counts."""
        known = [Point(5, 50), Point(1, 90), Point(3, 10)]
        return known if sector == "CW1 2" else []


def test_every_town_is_placed_in_its_authority(atlas: Atlas) -> None:
    assert [town.name for town in atlas.towns] == list(SECTORS)
    for town in atlas.towns:
        wanted = {
            town.name in HALTON: "Halton",
            town.name in WARRINGTON: "Warrington",
            town.name in WEST: "Cheshire West and Chester",
        }.get(True, "Cheshire East")
        inside = [area.name for area in atlas.areas if area.holds(town.point)]
        assert inside == [wanted], town.name


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Warrington", Point(360_600, 388_100)),
        ("Chester", Point(340_500, 366_300)),
        ("Crewe", Point(370_500, 355_600)),
        ("Macclesfield", Point(391_700, 373_600)),
        ("Neston", Point(329_200, 377_500)),
    ],
)
def test_a_town_stands_in_its_middle(
    gazetteer: Gazetteer, name: str, near: Point
) -> None:
    found = {town.name: town.point for town in towns(gazetteer)}

    assert found[name].distance_to(near) < 600


def test_a_town_that_the_list_does_not_know_is_left_out() -> None:
    assert towns(Few()) == (Town("Crewe", Point(3, 50)),)  # type: ignore[arg-type]
