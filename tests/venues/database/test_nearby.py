"""How near the nearest suitable room is, and how many there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.venues.assessed import assess_all, checklist
from tests.world import HALL, OAK, STUDY, WILLOW
from venues.database import catalogue, nearby
from venues.domain.circumstances import Circumstances
from venues.domain.places import METRES_PER_MILE, Point
from venues.services import asking

SEEN = date(2026, 6, 4)


def test_the_nearest_room_with_enough_seats_is_known_when_the_place_is(
    world: Any,
) -> None:
    with world.database.read() as session:
        known = catalogue.read(session)
        rooms = known.rooms.values()
        asked = asking.appointment(known, world.request())
        crowd = replace(asked, people=50)
    near = Circumstances(near=Point(360_100, 388_000))

    assert nearby.with_nearest(near, rooms, asked).nearest == 100
    assert nearby.with_nearest(near, rooms, crowd).nearest is None
    assert nearby.with_nearest(Circumstances(), rooms, asked).nearest is None


@pytest.fixture
def seen(world: Any) -> Any:
    """Two venues close together, all good, and a third that nobody has seen."""
    with world.database.write() as session:
        checklist(session)
        assess_all(session, {WILLOW: 1, OAK: 1, STUDY: 2}, SEEN)
    return world


def test_only_suitable_rooms_count_as_near(seen: Any) -> None:
    with seen.database.read() as session:
        known = catalogue.read(session)
    asked = asking.appointment(known, seen.request())
    about = Circumstances(near=Point(369_000, 388_000), today=SEEN)  # at Railside

    found = nearby.with_nearest(about, known.rooms.values(), asked)

    assert found.nearest == 8_800  # the library


@pytest.mark.parametrize(
    ("miles", "where", "number"),
    [
        (3.0, None, 0),  # from Railside itself
        (10.0, None, 3),
        (3.0, Point(360_000, 388_000), 3),
    ],
)
def test_suitable_rooms_are_counted_for_a_room_that_is_not(
    seen: Any, miles: float, where: Point | None, number: int
) -> None:
    with seen.database.read() as session:
        known = catalogue.read(session)
    asked = asking.appointment(known, seen.request())
    limit = miles * METRES_PER_MILE
    about = Circumstances(near=where, travel_limit=limit, today=SEEN)
    rooms = known.rooms.values()

    found = nearby.with_suitable(about, rooms, asked, known.rooms[HALL])

    assert found.suitable_near == number
    assert nearby.with_suitable(about, rooms, asked, known.rooms[OAK]) is about
    nowhere = replace(known.rooms[HALL].venue, point=None)
    lost = replace(known.rooms[HALL], venue=nowhere)
    if where is None:
        assert nearby.with_suitable(about, rooms, asked, lost) is about
