"""What the day holds for somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import update

from tests.venues.services.noon import NOON, add, book, look, on, team
from tests.world import HALL, OAK, STUDY, WILLOW, World
from venues.database.models import Closure, Venue
from venues.domain.proposal import Room
from venues.services import booking_changes


@pytest.mark.signed_in
def test_todays_appointments_stand_in_order_whether_over_or_not(world: World) -> None:
    later, over = book(world, hour=15), book(world, hour=9, references=("WA-20417",))

    shown = look(world).appointments

    assert [each.seen.booking_id for each in shown] == [over, later]
    assert isinstance(shown[0].room, Room)
    assert shown[0].seen.own


@pytest.mark.signed_in
def test_the_next_four_weeks_stand_ahead(world: World) -> None:
    team(world, period=on(date(2026, 11, 27), 10))
    team(world, period=on(date(2026, 12, 23), 10))
    team(world, period=on(date(2026, 12, 24), 10))

    shown = look(world)

    assert shown.appointments == ()
    assert [each.seen.starts.day for each in shown.ahead] == [27, 23]


@pytest.mark.signed_in
def test_colleagues_appointments_are_theirs(world: World) -> None:
    book(world)

    assert look(world, world.colleague).appointments == ()


def test_they_do_not_stand_on_a_managers_day_either(world: World) -> None:
    book(world)

    assert look(world, world.manager).appointments == ()


@pytest.mark.signed_in
def test_whoever_acts_for_somebody_sees_theirs_too(world: World) -> None:
    booked = book(world)
    acting = replace(world.colleague, acts_for=frozenset({world.practitioner.staff_id}))

    shown = look(world, acting).appointments

    assert [each.seen.booking_id for each in shown] == [booked]


@pytest.mark.signed_in
def test_a_cancelled_appointment_is_gone(world: World) -> None:
    booked = book(world)
    with world.database.write() as session:
        booking_changes.cancel(
            session, booked, world.practitioner, reason="Not needed", now=world.now
        )

    assert look(world).appointments == ()
    assert look(world).needs == ()


@pytest.mark.signed_in
def test_outings_stand_with_whom_they_concern(world: World) -> None:
    book(world, buddy_id=world.colleague.staff_id, check_out=time(16, 30))
    viewers = (world.practitioner, world.colleague, world.victim_worker)

    shown = [len(look(world, viewer).outings) for viewer in viewers]

    assert shown == [1, 1, 0]


def test_outings_stand_with_a_manager_whomever_they_concern(world: World) -> None:
    book(world, buddy_id=world.colleague.staff_id, check_out=time(16, 30))

    assert len(look(world, world.manager).outings) == 1


def test_keepers_of_the_list_see_what_closes_and_what_is_suspended(
    world: World,
) -> None:
    add(
        world,
        closure(2, None, NOON + timedelta(days=20), days=1),
        closure(1, OAK, NOON + timedelta(days=2), days=1),
        closure(3, None, NOON - timedelta(days=1), days=2),
        closure(2, None, NOON - timedelta(days=5), days=1),
    )
    with world.database.write() as session:
        session.execute(update(Venue).where(Venue.id == 2).values(status="suspended"))

    shown = look(world, world.coordinator)

    assert [(each.venue.name, each.room) for each in shown.closings] == [
        ("Railside", ""),
        ("Millbrook", "Oak Room"),
    ]
    assert [venue.name for venue in shown.suspended] == ["Library"]
    assert (look(world).closings, look(world).suspended) == ((), ())


def closure(venue_id: int, room_id: int | None, starts: datetime, days: int) -> Closure:
    return Closure(
        venue_id=venue_id,
        room_id=room_id,
        starts=starts,
        ends=starts + timedelta(days=days),
        reason="Repairs",
    )


def test_it_says_whether_there_is_anything_to_book(world: World) -> None:
    assert look(world).rooms

    with world.database.write() as session:
        session.execute(update(Venue).values(status="suspended"))

    assert not look(world).rooms


@pytest.mark.signed_in
def test_the_number_of_statements_does_not_grow_with_the_day(
    world: World, statements: Callable[[], list[str]]
) -> None:
    team(world, hour=10, room_ids=(WILLOW,))
    look(world)
    statements()
    look(world)
    few = len(statements())

    for hour, room in ((12, OAK), (14, STUDY), (16, HALL)):
        team(world, hour=hour, room_ids=(room,))
    look(world)
    statements()
    look(world)

    assert len(statements()) == few
