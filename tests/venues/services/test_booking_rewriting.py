"""A booking that was changed is written again, and only what changed of it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.reviews import scene as reviews
from tests.world import World
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    History,
    Outing,
    Worker,
)
from venues.domain.period import Period
from venues.domain.rules import no_go
from venues.errors import Refused
from venues.services import booking_changes, booking_edits, bookings

WILLOW, OAK, STUDY = 1, 2, 3
THREE = datetime(2026, 11, 26, 15)


def book(world: Any, **changed: Any) -> int:
    with world.database.write() as session:
        return bookings.book(
            session, world.request(**changed), world.practitioner, now=world.now
        ).id


def change(world: Any, id_: int, **changed: Any) -> None:
    with world.database.write() as session:
        booking_changes.change(
            session, id_, world.request(**changed), world.practitioner, now=world.now
        )


def move(world: Any, id_: int, **place: Any) -> None:
    with world.database.write() as session:
        booking_changes.move(session, id_, world.practitioner, now=world.now, **place)


def save(world: Any, id_: int, **changed: Any) -> None:
    """As the page does, from the booking as it was opened."""
    with world.database.read() as session:
        edit = booking_edits.open_booking(session, id_, world.practitioner)
    booking_edits.save(
        world.database,
        edit,
        world.request(**changed),
        world.practitioner,
        now=world.now,
    )


@pytest.fixture
def since(world: Any) -> Any:
    """What history has written down since the last call: the action and the table."""
    seen = 0

    def lines() -> list[tuple[str, str]]:
        nonlocal seen
        with world.database.read() as session:
            rows = session.execute(
                select(History.id, History.action, History.table)
                .where(History.id > seen)
                .order_by(History.id)
            ).all()
        seen = rows[-1][0] if rows else seen
        return [(action, table) for _, action, table in rows]

    return lines


def test_another_note_leaves_rooms_people_and_cases_as_they_are(
    world: Any, since: Any
) -> None:
    id_ = book(world)
    since()

    change(world, id_, note="Bring the laptop")

    assert since() == [("changed", "booking")]


def test_another_time_does_too(world: Any, since: Any) -> None:
    id_ = book(world, room_ids=(WILLOW, OAK))
    since()

    move(world, id_, period=Period.lasting(THREE + timedelta(hours=1), 60))

    assert since() == [("changed", "booking")]


def test_another_room_is_written_down_with_the_one_that_was_left(
    world: Any, since: Any
) -> None:
    id_ = book(world)
    since()

    move(world, id_, room_ids=(OAK,))

    assert sorted(since()) == [
        ("added", "booking_room"),
        ("changed", "booking"),
        ("removed", "booking_room"),
    ]


def test_the_main_room_stays_first_when_rooms_change_places(world: Any) -> None:
    id_ = book(world, room_ids=(WILLOW, OAK))

    move(world, id_, room_ids=(OAK, WILLOW))

    with world.database.read() as session:
        rows = session.execute(
            select(BookingRoom.room_id, BookingRoom.role).order_by(BookingRoom.id)
        ).all()
    assert [tuple(row) for row in rows] == [(OAK, "main"), (WILLOW, "break-out")]


def test_who_comes_from_an_agency_stays_when_something_else_changes(
    world: Any,
) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.add(Worker(booking_id=id_, agency="Police", part="partner"))

    change(world, id_, worker_ids=(1, 2), note="With a colleague")

    with world.database.read() as session:
        workers = session.execute(
            select(Worker.staff_id, Worker.agency, Worker.part).order_by(Worker.id)
        ).all()
    assert {tuple(row) for row in workers} == {
        (1, None, "lead"),
        (2, None, "second"),
        (None, "Police", "partner"),
    }


def test_what_came_of_it_for_a_case_stays_when_another_joins(world: Any) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.get(Attendance, (id_, 1)).outcome = "attended"

    change(world, id_, references=("WA-20417", "WA-31111"))

    with world.database.read() as session:
        outcomes = session.scalars(
            select(Attendance.outcome).order_by(Attendance.case_id)
        ).all()
    assert outcomes == ["attended", ""]


def test_a_case_that_is_taken_away_is_written_down(world: Any, since: Any) -> None:
    id_ = book(world)
    since()

    change(world, id_, references=())

    assert ("removed", "attendance") in since()


def test_who_has_checked_in_is_still_in_when_the_note_changes(
    world: Any, since: Any
) -> None:
    asked = {"buddy_id": 2, "check_out": time(16, 15)}
    id_ = book(world, **asked)
    with world.database.write() as session:
        session.scalars(select(Outing)).one().checked_in = THREE
    since()

    save(world, id_, note="Bring the laptop", **asked)

    with world.database.read() as session:
        outing = session.scalars(select(Outing)).one()
        note = session.scalar(select(Booking.note))
    assert (outing.checked_in, outing.buddy_id, note) == (THREE, 2, "Bring the laptop")
    assert since() == [("changed", "booking")]


def test_whoever_leads_from_now_on_has_yet_to_check_in(world: Any) -> None:
    id_ = book(world, buddy_id=3, worker_ids=(1, 2))
    with world.database.write() as session:
        session.scalars(select(Outing)).one().checked_in = THREE

    save(world, id_, buddy_id=3, worker_ids=(2, 1))

    with world.database.read() as session:
        outing = session.scalars(select(Outing)).one()
        workers = session.scalars(select(Worker.staff_id).order_by(Worker.id)).all()
    assert (outing.staff_id, outing.checked_in, workers) == (2, None, [2, 1])


def test_an_outing_that_is_planned_no_more_is_written_down(
    world: Any, since: Any
) -> None:
    id_ = book(world, buddy_id=2)
    since()

    save(world, id_)

    assert ("removed", "outing") in since()


def test_what_is_refused_for_a_person_says_nothing_beside_it(world: World) -> None:
    booking = reviews.book(world)
    with world.database.write() as session:
        booking_changes.cancel(
            session, booking, world.practitioner, reason="Unwell", now=world.now
        )
    reviews.link(world)
    reviews.for_the_victim(world, room_ids=(WILLOW,))

    with pytest.raises(Refused) as refused, world.database.write() as session:
        booking_changes.restore(session, booking, world.practitioner, now=world.now)

    assert refused.value.findings == (no_go.FINDING,)
