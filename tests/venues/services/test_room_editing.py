"""Adding and changing a room, also one that is made of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, PRACTITIONER
from venues.database.models import Hold, Space
from venues.database.session import Database
from venues.errors import Clash, NotAllowed, Stale, WrongInput
from venues.services import room_editing, venue_details
from venues.services.venue_drafts import FeatureDraft, RoomDraft

THREE = datetime(2026, 11, 26, 15)


@pytest.fixture
def hub(database: Database) -> int:
    """The hub's id; it has no rooms yet."""
    millbrook.staff(database)
    return millbrook.venue(database).id or 0


def change(
    database: Database, opened: RoomDraft, viewer: Any = COORDINATOR, **changed: Any
) -> RoomDraft:
    with database.write() as session:
        return room_editing.save(
            session, replace(opened, **changed), viewer, now=NOW, opened=opened
        )


def holds(database: Database, booking_id: int) -> list[tuple[int, datetime, datetime]]:
    with database.read() as session:
        return [
            (space_id, starts, ends)
            for space_id, starts, ends in session.execute(
                select(Hold.space_id, Hold.starts, Hold.ends)
                .where(Hold.booking_id == booking_id)
                .order_by(Hold.space_id)
            )
        ]


def test_a_new_room_is_a_part_of_the_building_by_itself(
    database: Database, hub: int
) -> None:
    loop = FeatureDraft("screen", present=True)

    oak = millbrook.room(database, hub, " Oak ", turnaround=15, features=(loop,))
    elm = millbrook.room(database, hub, "Elm")

    assert (oak.name, oak.turnaround, oak.features) == ("Oak", 15, (loop,))
    assert len(oak.space_ids) == 1
    assert not oak.shares(elm)


def test_a_hall_can_be_made_of_two_halves(database: Database, hub: int) -> None:
    halves = [millbrook.room(database, hub, f"Hall {half}") for half in "AB"]
    spaces = halves[0].space_ids + halves[1].space_ids

    hall = millbrook.room(database, hub, "Hall", space_ids=spaces)

    assert hall.space_ids == spaces
    assert [hall.shares(half) for half in halves] == [True, True]
    assert not halves[0].shares(halves[1])


def test_a_hall_that_is_divided_takes_its_bookings_along(
    database: Database, hub: int
) -> None:
    hall = millbrook.room(database, hub, "Hall")
    booking = millbrook.book(database, hall.id, THREE)
    halves = [millbrook.room(database, hub, f"Hall {half}") for half in "AB"]
    spaces = halves[0].space_ids + halves[1].space_ids

    change(database, hall, space_ids=spaces)

    assert [space_id for space_id, *_ in holds(database, booking)] == list(spaces)


def test_a_hall_that_is_whole_again_gets_its_own_part_back(
    database: Database, hub: int
) -> None:
    hall = millbrook.room(database, hub, "Hall")
    half = millbrook.room(database, hub, "Hall A")
    divided = change(database, hall, space_ids=half.space_ids)

    whole = change(database, divided, space_ids=())

    assert whole.space_ids == hall.space_ids


def test_a_hall_can_lose_one_of_its_halves(database: Database, hub: int) -> None:
    halves = [millbrook.room(database, hub, f"Hall {half}") for half in "AB"]
    spaces = halves[0].space_ids + halves[1].space_ids
    hall = millbrook.room(database, hub, "Hall", space_ids=spaces)

    smaller = change(database, hall, space_ids=halves[1].space_ids)

    assert smaller.space_ids == halves[1].space_ids


def test_a_room_of_its_own_keeps_its_part(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")

    assert change(database, oak, space_ids=()).space_ids == oak.space_ids


def test_a_half_that_is_booked_stops_the_hall_from_being_divided(
    database: Database, hub: int
) -> None:
    hall = millbrook.room(database, hub, "Hall")
    half = millbrook.room(database, hub, "Hall A")
    millbrook.book(database, hall.id, THREE)
    millbrook.book(database, half.id, THREE + timedelta(minutes=30))

    with pytest.raises(Clash, match="3pm to 4pm and 3:30pm to 4:30pm"):
        change(database, hall, space_ids=half.space_ids)

    with database.read() as session:
        assert venue_details.details(session, hub).room(hall.id) == hall


def test_a_longer_turnaround_holds_future_bookings_longer(
    database: Database, hub: int
) -> None:
    oak = millbrook.room(database, hub, "Oak")
    past = millbrook.book(database, oak.id, THREE - timedelta(days=7))
    future = millbrook.book(database, oak.id, THREE)
    before = holds(database, past)

    change(database, oak, turnaround=45)

    assert holds(database, future)[0][2] == THREE + timedelta(minutes=60 + 45)
    assert holds(database, past) == before


def test_a_turnaround_that_makes_bookings_overlap_is_refused(
    database: Database, hub: int
) -> None:
    oak = millbrook.room(database, hub, "Oak")
    millbrook.book(database, oak.id, THREE)
    millbrook.book(database, oak.id, THREE + timedelta(minutes=90))

    with pytest.raises(Clash) as clash:
        change(database, oak, turnaround=60)

    assert str(clash.value) == (
        "Two bookings would then overlap on Thursday 26 November 2026: 3pm to 4pm "
        "and 4:30pm to 5:30pm. Move one of them first."
    )
    with database.read() as session:
        assert venue_details.rooms(session, hub)[0].turnaround == 0


@pytest.mark.parametrize(
    ("field", "changed", "sentence"),
    [
        ("name", {"name": " "}, "Give the room a name"),
        ("name", {"name": "elm"}, "already a room with that name"),
        ("name", {"name": "x" * 121}, "Shorten the name"),
        ("seats_circle", {"seats_circle": 0}, "at least 1 person"),
        ("seats_rows", {"seats_rows": -3}, "at least 1 person"),
        ("seats_circle", {"seats_circle": None}, "how many people"),
        ("fire_capacity", {"fire_capacity": 0}, "at least 1 person"),
        ("fire_capacity", {"fire_capacity": 5}, "seats for 6"),
        ("turnaround", {"turnaround": -5}, "between 0 minutes and 4 hours"),
        ("turnaround", {"turnaround": 241}, "between 0 minutes and 4 hours"),
        ("rate", {"rate": -1}, "cannot be less than 0"),
        ("area", {"area": 0}, "at least 1 square metre"),
        ("reached_by", {"reached_by": "rope"}, "how the room is reached"),
        ("space_ids", {"space_ids": (999,)}, "rooms of this venue"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    database: Database, hub: int, field: str, changed: dict[str, Any], sentence: str
) -> None:
    oak = millbrook.room(database, hub, "Oak")
    millbrook.room(database, hub, "Elm")

    with pytest.raises(WrongInput, match=sentence) as wrong:
        change(database, oak, **changed)

    assert wrong.value.field == field


def test_a_name_of_a_retired_room_is_told_apart(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")
    with database.write() as session:
        room_editing.retire(session, oak.id, COORDINATOR, now=NOW)

    with pytest.raises(WrongInput, match="already a retired room"):
        millbrook.room(database, hub, "Oak")


def test_only_those_who_keep_the_catalogue_may_save(
    database: Database, hub: int
) -> None:
    oak = millbrook.room(database, hub, "Oak")

    with pytest.raises(NotAllowed):
        change(database, oak, PRACTITIONER, seats_circle=8)


def test_a_part_whose_name_is_taken_gets_a_number(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")
    change(database, oak, name="Elm")

    again = millbrook.room(database, hub, "Oak")

    with database.read() as session:
        spaces = session.scalars(select(Space.name).order_by(Space.id)).all()
    assert spaces == ["Oak", "Oak 2"]
    assert again.space_ids != oak.space_ids


def test_somebody_elses_change_meanwhile_is_told(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")
    change(database, oak, seats_circle=8, floor="first floor")

    with pytest.raises(
        Stale, match="Seats in a circle 6 → 8 and Floor “ground floor” → “first floor”"
    ):
        change(database, oak, seats_circle=10)
