"""The catalogue as it would be: rooms, hours, criteria and prices."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from tests.venues import assessed
from tests.world import HALL, OAK, THURSDAY, TODAY, WILLOW, World
from venues.database import catalogue as catalogues
from venues.database.models import Hours, Room, Setting
from venues.domain.places import Point
from venues.domain.proposal import Span
from venues.domain.what_if import (
    AddRooms,
    Change,
    CloseVenue,
    FixCriterion,
    HirePrice,
    OpenLonger,
)
from venues.errors import NotFound, WrongInput
from venues.services import suitability
from venues.services.what_if import changed
from venues.services.what_if.changed import Changed

pytestmark = pytest.mark.of_a_file("a copy in memory, the same on both")

LYMM = Point(368_000, 387_000)


def made(world: World, *changes: Change) -> Changed:
    with world.database.read() as session:
        catalogue = catalogues.read(session)
        return changed.make(catalogue, changes, TODAY, {"Lymm": LYMM})


def hours(found: Changed, room_id: int, day: date = THURSDAY) -> list[tuple[Any, Any]]:
    room = found.catalogue.rooms[room_id]
    spans: tuple[Span, ...] = found.catalogue.days(day, [room])[room_id].usable
    return [(each.starts.time(), each.ends.time()) for each in spans]


def test_new_rooms_are_suitable_for_everything_and_have_their_hours(
    world: World,
) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
    new = AddRooms(town="Millbrook", number=2, opens=time(15), closes=time(19))

    found = made(world, new)

    assert found.touched == {-1, -2}
    room = found.catalogue.rooms[-1]
    assert (room.venue.authority, room.venue.point) == (
        "Warrington",
        Point(360_000, 388_000),
    )
    assert hours(found, -1) == [(time(15), time(19))]
    assert hours(found, -1, date(2026, 11, 28)) == []
    standing = suitability.standing(found.catalogue, room, TODAY)
    assert all(each.state.fits for each in standing.values())


def test_a_need_that_is_lacking_is_not_met(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)

    found = made(world, AddRooms(town="Millbrook", lacking=("step-free",)))

    assert found.catalogue.rooms[-1].provides("step-free") is False
    assert found.catalogue.rooms[-1].provides("hearing-loop") is True


def test_a_room_may_come_to_a_venue_that_is_there_or_a_town_without_one(
    world: World,
) -> None:
    there = made(world, AddRooms(venue_id=1)).catalogue.rooms[-1]
    lymm = made(world, AddRooms(town="Lymm")).catalogue.rooms[-1]

    assert there.venue.name == "Millbrook"
    assert (lymm.venue.point, lymm.venue.authority) == (LYMM, "Halton")


def test_longer_hours_join_those_that_are_there(world: World) -> None:
    with world.database.write() as session:
        common = {"venue_id": 1, "weekday": 3, "use": "usable"}
        session.add(Hours(room_id=OAK, opens=time(10), closes=time(12), **common))

    found = made(world, OpenLonger(venue_id=1, opens=time(18), closes=time(22)))

    assert found.touched == {WILLOW, OAK}
    assert hours(found, WILLOW) == [(time(9), time(22))]
    assert hours(found, OAK) == [(time(10), time(12)), (time(18), time(22))]
    assert hours(found, WILLOW, date(2026, 11, 28)) == [(time(9), time(20))]


def test_where_nobody_recorded_what_we_may_use_the_open_hours_grow(
    world: World,
) -> None:
    with world.database.write() as session:
        for row in session.query(Hours).filter_by(venue_id=3):
            row.use = "open"

    found = made(world, OpenLonger(venue_id=3, opens=time(18), closes=time(22)))

    assert hours(found, HALL) == [(time(9), time(22))]
    assert hours(found, HALL, date(2026, 11, 28)) == [(time(9), time(20))]


@pytest.mark.parametrize(("code", "bad"), [("C1", "0"), ("S1", "no")])
def test_a_criterion_is_put_right_in_every_room(
    world: World, code: str, bad: str
) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, {WILLOW: 1, OAK: 1}, TODAY, **{code: bad})

    found = made(world, FixCriterion(venue_id=1, code=code))

    def failing(catalogue: Any, room_id: int) -> set[str]:
        standing = suitability.standing(catalogue, catalogue.rooms[room_id], TODAY)
        return {each.question.code for one in standing.values() for each in one.failed}

    with world.database.read() as session:
        before = catalogues.read(session)
    for room_id in (WILLOW, OAK):
        assert code in failing(before, room_id)
        assert code not in failing(found.catalogue, room_id)


def test_a_late_review_is_made(world: World) -> None:
    long_ago = date(2025, 1, 1)
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, {WILLOW: 1, OAK: 1}, long_ago)

    room = made(world, FixCriterion(venue_id=1, code="")).catalogue.rooms[WILLOW]

    assert room.record.venue.visit is not None
    assert room.record.venue.visit.made_on == TODAY


def test_a_closed_venue_has_no_rooms_to_book(world: World) -> None:
    found = made(world, CloseVenue(venue_id=1))

    assert found.gone == {1}
    assert not found.catalogue.rooms[WILLOW].bookable


def test_only_a_lower_price_makes_rooms_worth_asking_again(world: World) -> None:
    with world.database.write() as session:
        session.get_one(Room, WILLOW).rate = 1000
        session.add(Setting(name="touch", value="1"))

    found = made(world, HirePrice(venue_id=1, pence=500))

    assert found.catalogue.rooms[OAK].rate == 500
    assert WILLOW in found.cheaper
    assert made(world, HirePrice(venue_id=1, pence=5000)).cheaper == set()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (AddRooms(town="Millbrook", number=0), "number"),
        (AddRooms(town="Millbrook", pence=-1), "pence"),
        (AddRooms(town="Millbrook", weekdays=()), "weekdays"),
        (AddRooms(town="Millbrook", opens=time(20), closes=time(9)), "closes"),
        (OpenLonger(venue_id=1, opens=time(9, 2)), "opens"),
        (HirePrice(venue_id=1, pence=100_001), "pence"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    world: World, change: Change, field: str
) -> None:
    with pytest.raises(WrongInput) as trouble:
        made(world, change)

    assert trouble.value.field == field


@pytest.mark.parametrize(
    "change",
    [
        AddRooms(town="Nowhere"),
        AddRooms(venue_id=99),
        CloseVenue(venue_id=99),
        FixCriterion(venue_id=1, code="Z9"),
    ],
)
def test_what_is_no_longer_there_is_said(world: World, change: Change) -> None:
    with pytest.raises(NotFound):
        made(world, change)


def test_the_hours_of_other_days_stay(world: World) -> None:
    found = made(world, CloseVenue(venue_id=2))

    assert hours(found, WILLOW) == [(time(9), time(20))]
    assert datetime.combine(THURSDAY, time(9)).weekday() == 3
