"""Which bookings have to go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.venues.services.rehousing.leaving import CLOSING, RAILSIDE, at, book
from tests.world import HALL, HALL_A, HALL_B, OAK, World
from venues.database.models import Room
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound
from venues.services.rehousing import affected
from venues.services.rehousing.values import Away, Cause, Closing, Failing, One


def ids(world: World, cause: Cause, viewer: Viewer | None = None) -> tuple[int, ...]:
    with world.database.read() as session:
        return affected.find(session, cause, viewer or world.coordinator, now=world.now)


def test_all_that_holds_any_part_of_it_has_to_go(world: World) -> None:
    hall = book(world, room_ids=(HALL,))
    book(world, room_ids=(OAK,), viewer=world.colleague)

    closing = replace(CLOSING, venue_id=RAILSIDE, room_id=HALL_A)

    assert ids(world, closing) == (hall,)


def test_set_up_and_clear_down_count(world: World) -> None:
    group = book(world, kind="GRP", people=6, hour=14)  # held from 1:45pm
    short = replace(CLOSING, starts=at(13).starts, ends=at(14).starts)

    assert ids(world, short) == (group,)


def test_what_is_over_stays(world: World) -> None:
    book(world)
    later = replace(world, now=at(17).starts)

    assert ids(later, CLOSING) == ()


def test_a_room_that_no_longer_suits_loses_what_it_no_longer_suits(
    world: World,
) -> None:
    many = book(world, people=6)
    book(world, people=2, hour=17)
    book(world, people=6, room_ids=(OAK,), viewer=world.colleague)
    with world.database.write() as session:
        room = session.get_one(Room, 1)
        room.seats_circle = room.seats_table = 4

    assert ids(world, Failing(room_id=1)) == (many,)
    with pytest.raises(NotFound):
        ids(world, Failing(room_id=99))


def test_a_worker_who_is_away_leaves_what_is_in_that_time(world: World) -> None:
    first = book(world)
    book(world, period=at(15).moved(timedelta(days=7)))
    book(world, room_ids=(HALL_B,), viewer=world.colleague)
    away = Away(
        staff_id=world.practitioner.staff_id,
        starts=CLOSING.starts,
        ends=CLOSING.ends,
    )

    assert ids(world, away) == (first,)
    with pytest.raises(NotAllowed):
        ids(world, away, world.colleague)


def test_one_is_one(world: World) -> None:
    id_ = book(world)

    assert ids(world, One(booking_id=id_), world.practitioner) == (id_,)


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (datetime(2026, 11, 27), "Thursday 26 November 2026, heating repairs"),
        (
            datetime(2026, 11, 28),
            "Thursday 26 November to Friday 27 November 2026, heating repairs",
        ),
    ],
)
def test_a_closure_is_said_by_its_days(
    world: World, ends: datetime, words: str
) -> None:
    with world.database.read() as session:
        assert affected.title(session, replace(CLOSING, ends=ends)) == (
            "Closing Millbrook",
            words,
        )


def test_other_causes_have_their_own_headings(world: World) -> None:
    with world.database.read() as session:
        assert affected.title(session, Failing(room_id=OAK)) == (
            "Oak Room, Millbrook",
            "no longer suits these bookings",
        )
        assert affected.title(session, One(booking_id=1)) == ("Another room", "")
        assert isinstance(CLOSING, Closing)
