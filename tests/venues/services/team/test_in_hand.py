"""What somebody has in hand, and no more of it than everybody who keeps staff reads."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.world import NOW, THURSDAY, TODAY, World
from venues.database.models import Outing
from venues.errors import NotAllowed
from venues.services import booking_changes, bookings
from venues.services.team import in_hand
from venues.services.team.in_hand import Item

HOUR = timedelta(hours=1)


def book(world: World, **changed: object) -> int:
    with world.database.write() as session:
        booked = bookings.book(
            session, world.request(**changed), world.manager, now=world.now
        )
        return booked.id


def outing(world: World, staff_id: int, buddy_id: int | None, day: date) -> None:
    starts = datetime(day.year, day.month, day.day, 10)
    with world.database.write() as session:
        session.add(
            Outing(
                staff_id=staff_id,
                buddy_id=buddy_id,
                place="Home visit",
                starts=starts,
                ends=starts + HOUR,
                check_out=starts + HOUR,
            )
        )


def items(world: World, since: date = TODAY) -> tuple[Item, ...]:
    with world.database.read() as session:
        return in_hand.items(
            session,
            world.coordinator,
            world.practitioner.staff_id,
            since=since,
            now=NOW,
        )


def test_bookings_outings_and_cases_are_listed(world: World) -> None:
    outing(world, 1, None, THURSDAY)
    outing(world, 2, 1, THURSDAY)
    outing(world, 2, 3, THURSDAY)
    book(world, hour=12, worker_ids=(2, 1), references=())
    book(world)
    with world.database.write() as session:
        gone = bookings.book(
            session, world.request(hour=17), world.practitioner, now=world.now
        )
        booking_changes.cancel(
            session, gone.id, world.practitioner, reason="Not needed", now=world.now
        )

    found = items(world)

    assert [each.key for each in found] == [
        ("booking", 1),
        ("booking", 2),
        ("outing", 1),
        ("buddy", 2),
        ("cases", 1),
    ]
    assert found[1].reference == "B-10002"
    assert found[1].place == "Willow Room, Millbrook"
    assert found[2].place == ""
    assert found[4].many == 1


def test_what_is_over_before_they_leave_stays_theirs(world: World) -> None:
    book(world)

    friday = THURSDAY + timedelta(days=1)
    assert [each.key[0] for each in items(world, friday)] == ["cases"]


def test_who_does_not_keep_staff_is_told_nothing(world: World) -> None:
    with world.database.read() as session, pytest.raises(NotAllowed):
        in_hand.items(session, world.practitioner, 2, since=TODAY, now=NOW)
