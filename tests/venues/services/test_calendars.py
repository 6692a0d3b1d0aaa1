"""What a calendar is told of somebody's own appointments."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import update

from tests.venues.services.noon import book, on, team
from tests.world import OAK, World
from venues.database.models import Venue
from venues.domain.people import Audience, Viewer
from venues.errors import NotFound
from venues.services import booking_changes, calendars
from venues.services.calendars import Entry

NOON = datetime(2026, 11, 26, 12)


def mine(world: World, viewer: Viewer | None = None) -> tuple[Entry, ...]:
    with world.database.read() as session:
        return calendars.mine(session, viewer or world.practitioner, now=NOON)


def test_my_appointments_stand_in_order_with_their_place(world: World) -> None:
    with world.database.write() as session:
        session.execute(
            update(Venue)
            .where(Venue.name == "Millbrook")
            .values(street="1 Mill Lane", town="Warrington", postcode="WA2 9AA")
        )
    book(world)
    team(world, hour=9, room_ids=(OAK,))

    found = mine(world)

    assert [(each.starts.hour, each.place) for each in found] == [
        (9, "Oak Room, Millbrook, 1 Mill Lane, Warrington, WA2 9AA"),
        (15, "Willow Room, Millbrook, 1 Mill Lane, Warrington, WA2 9AA"),
    ]
    assert len({each.uuid for each in found}) == 2


def test_nobody_elses_are_told_not_even_to_a_manager(world: World) -> None:
    booked = book(world)

    assert mine(world, world.manager) == ()
    with world.database.read() as session, pytest.raises(NotFound, match="your own"):
        calendars.of_bookings(session, world.manager, [booked])


def test_one_booking_is_told_alone(world: World) -> None:
    book(world)
    wanted = team(world, hour=9)

    with world.database.read() as session:
        found = calendars.of_bookings(session, world.practitioner, [wanted])

    assert [each.starts.hour for each in found] == [9]


def test_a_cancelled_one_keeps_its_entry_and_raises_its_sequence(world: World) -> None:
    booked = book(world)
    before = mine(world)[0]
    with world.database.write() as session:
        booking_changes.cancel(
            session, booked, world.practitioner, reason="Not needed", now=world.now
        )

    after = mine(world)[0]

    assert (after.uuid, after.cancelled) == (before.uuid, True)
    assert after.sequence > before.sequence


def test_a_provisional_one_is_tentative(world: World) -> None:
    book(world, references=())

    assert [each.tentative for each in mine(world)] == [True]


def test_those_long_over_are_left_out(world: World) -> None:
    team(world, period=on(date(2026, 11, 24), 10))
    later = datetime(2026, 12, 23, 12)

    with world.database.read() as session:
        found = calendars.mine(session, world.practitioner, now=later)

    assert found == ()


def test_a_child_and_a_victim_are_told_alike(world: World) -> None:
    worker = world.victim_worker
    book(world, viewer=worker, hour=9, references=("WA-20998",))
    book(
        world,
        viewer=worker,
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20999",),
        arrival="By the side door",
    )

    child, victim = mine(world, worker)

    assert (victim.place, victim.tentative) == (child.place, child.tentative)
