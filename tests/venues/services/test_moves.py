"""Moving one room of a booking, and moving it back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from tests import turned
from venues.database.models import Booking, BookingRoom, CaseVenue, RefusalCode
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import NotFound, Refused, Stale, WrongInput
from venues.services import bookings, moves
from venues.services.moves import Move, Place

WILLOW, OAK, STUDY, HALL, HALL_A, HALL_B = range(1, 7)
THREE = Period(datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16))
FOUR = THREE.moved(timedelta(hours=1))


def book(world: Any, **changed: Any) -> bookings.Booked:
    """Supervision on Thursday at 3pm in Willow Room, with any of it changed."""
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, world.practitioner, now=world.now)


def place(world: Any, booking_id: int) -> Place:
    """Where a booking is, as it is stored."""
    with world.database.read() as session:
        row = session.get_one(Booking, booking_id)
        rooms = session.scalars(
            select(BookingRoom.room_id)
            .where(BookingRoom.booking_id == booking_id)
            .order_by(BookingRoom.id)
        )
        return Place(tuple(rooms), Period(row.starts, row.ends))


def wanted(booked: bookings.Booked, to: int, period: Period, **more: Any) -> Move:
    """A move of Willow Room's booking."""
    given = {"room_id": WILLOW, "version": booked.version, **more}
    return Move(booking_id=booked.id, to_room_id=to, period=period, **given)


@pytest.mark.signed_in
def test_it_goes_to_another_room_and_time_and_can_be_put_back(world: Any) -> None:
    booked = book(world)

    moved = moves.make(
        world.database, wanted(booked, OAK, FOUR), world.practitioner, now=world.now
    )
    there = place(world, booked.id)
    turned.undo(world.database, world.practitioner, world.now)

    assert there == moved.after == Place((OAK,), FOUR)
    assert place(world, booked.id) == moved.before == Place((WILLOW,), THREE)


@pytest.mark.signed_in
def test_only_the_room_taken_hold_of_is_exchanged(world: Any) -> None:
    booked = book(world, room_ids=(WILLOW, OAK))

    move = wanted(booked, STUDY, THREE, room_id=OAK)
    moves.make(world.database, move, world.practitioner, now=world.now)

    assert place(world, booked.id).room_ids == (WILLOW, STUDY)


def test_looking_says_what_stands_in_the_way_and_writes_nothing(world: Any) -> None:
    booked = book(world)
    with world.database.write() as session:
        request = world.request(
            room_ids=(OAK,), worker_ids=(2,), references=("WA-20418",), hour=16
        )
        bookings.book(session, request, world.colleague, now=world.now)

    with world.database.read() as session:
        findings = moves.examine(
            session, wanted(booked, OAK, FOUR), world.practitioner, now=world.now
        )

    assert [found.rule for found in findings] == ["R1"]
    assert place(world, booked.id) == Place((WILLOW,), THREE)


@pytest.mark.signed_in
def test_a_refused_move_leaves_it_where_it_was(world: Any) -> None:
    booked = book(world)
    late = Period(datetime(2026, 11, 26, 20), datetime(2026, 11, 26, 21))

    with pytest.raises(Refused, match="closed then"):
        moves.make(
            world.database, wanted(booked, OAK, late), world.practitioner, now=world.now
        )

    assert place(world, booked.id) == Place((WILLOW,), THREE)


def test_beside_a_person_nothing_else_is_said_and_a_code_is_kept(world: Any) -> None:
    booked = book(world)
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=3, since=THREE.day))
    late = Period(datetime(2026, 11, 26, 20), datetime(2026, 11, 26, 21))
    move = wanted(booked, HALL_A, late)

    with world.database.read() as session:
        looked = moves.examine(session, move, world.practitioner, now=world.now)
    with pytest.raises(Refused) as refused:
        moves.make(world.database, move, world.practitioner, now=world.now)

    assert [found.rule for found in looked] == ["person"]
    assert [found.rule for found in refused.value.findings] == ["person"]
    with world.database.read() as session:
        codes = session.scalar(select(func.count()).select_from(RefusalCode))
    assert codes == 1


@pytest.mark.signed_in
def test_a_warning_stands_until_it_has_a_reason(world: Any) -> None:
    earlier = book(world)
    again = book(world, hour=16, references=(), kind="PRO", audience=Audience.STAFF)
    far = Period.lasting(datetime(2026, 11, 26, 16), 75)
    move = wanted(again, HALL_A, far)
    told = Move(
        booking_id=again.id,
        room_id=WILLOW,
        to_room_id=HALL_A,
        period=far,
        accepted=(("R19", "A colleague drives me"),),
    )

    with world.database.read() as session:
        before = moves.examine(session, move, world.practitioner, now=world.now)
        after = moves.examine(session, told, world.practitioner, now=world.now)

    assert earlier.id != again.id
    assert [found.rule for found in before] == ["R19"]
    assert after == ()


@pytest.mark.signed_in
def test_what_somebody_else_changed_meanwhile_is_not_moved(world: Any) -> None:
    booked = book(world)
    old = wanted(booked, OAK, FOUR, version=booked.version - 1)

    with pytest.raises(Stale, match="Somebody else changed this booking"):
        moves.make(world.database, old, world.practitioner, now=world.now)


@pytest.mark.signed_in
def test_nobody_moves_what_is_not_theirs_or_into_the_past(world: Any) -> None:
    booked = book(world)
    move = wanted(booked, OAK, FOUR)
    past = wanted(booked, OAK, FOUR.moved(timedelta(days=-7)))

    with pytest.raises(NotFound):
        moves.make(world.database, move, world.colleague, now=world.now)
    with pytest.raises(WrongInput, match="passed"):
        moves.make(world.database, past, world.practitioner, now=world.now)
