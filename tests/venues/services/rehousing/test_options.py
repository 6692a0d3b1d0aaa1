"""The places to which one booking could go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from tests.venues.services.rehousing.leaving import CLOSING, at, book, keep_apart, made
from tests.world import HALL, HALL_A, HALL_B, OAK, STUDY, World
from venues.database.models import (
    AppointmentType,
    Booking,
    BookingRoom,
    Override,
    Room,
    Venue,
)
from venues.domain.people import Audience
from venues.services.rehousing import planning
from venues.services.rehousing.values import Outcome, Target


def targets(world: World, id_: int) -> tuple[Target, ...]:
    return planning.choices(made(world), id_).targets


def test_a_booking_of_several_rooms_takes_as_many_elsewhere(world: World) -> None:
    id_ = book(world, room_ids=(OAK, 1), kind="PRO", viewer=world.manager)

    plan = made(world)

    (line,) = plan.lines
    assert line.target is not None
    assert [room.id for room in line.target.rooms] == [HALL_A, HALL_B]
    assert planning.choices(plan, id_).targets[0].room.id == HALL_A


def test_rooms_that_overlap_are_not_taken_together(world: World) -> None:
    book(world, room_ids=(OAK, 1), kind="PRO", viewer=world.manager)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id == HALL_B).values(status="retired"))

    (line,) = made(world).lines

    assert line.outcome is Outcome.NOWHERE


def test_several_rooms_may_go_at_another_time(world: World) -> None:
    book(world, room_ids=(OAK, 1), kind="PRO", viewer=world.manager)
    book(world, room_ids=(HALL_A,), viewer=world.colleague)

    (line,) = made(world).lines

    assert line.outcome is Outcome.OTHER_TIME


def test_whoever_waits_does_so_in_a_room_of_the_new_place(world: World) -> None:
    id_ = book(world, room_ids=(OAK, 1), kind="PRO", viewer=world.manager)
    with world.database.write() as session:
        session.execute(
            update(BookingRoom).where(BookingRoom.room_id == 1).values(role="waiting")
        )

    assert targets(world, id_)[0].rooms[1].id == HALL_B


@pytest.mark.parametrize("placed", [True, False])
def test_only_rooms_within_reach_are_looked_at(world: World, placed: bool) -> None:  # noqa: FBT001
    id_ = book(world)
    far = 360_000 + 20_000 if placed else None
    with world.database.write() as session:
        session.execute(update(Venue).where(Venue.id == 3).values(easting=far))

    assert {each.room.id for each in targets(world, id_)} == {STUDY}


def test_of_a_place_that_is_refused_for_a_person_no_other_time_is_offered(
    world: World,
) -> None:
    id_ = book(world, references=("WA-20417",), hour=10)
    book(
        world,
        references=("WA-20418",),
        hour=10,
        room_ids=(STUDY,),
        viewer=world.colleague,
    )
    assert STUDY in {each.room.id for each in targets(world, id_)}

    keep_apart(world, 1, 3)

    assert STUDY not in {each.room.id for each in targets(world, id_)}


def test_what_was_agreed_before_stays_agreed(world: World) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.execute(update(Venue).values(booked_by="request", notice_days=30))
    assert all(each.warnings for each in targets(world, id_))
    with world.database.write() as session:
        session.add(
            Override(
                booking_id=id_,
                rule="R29",
                kind="accepted",
                reason="They know us",
                at=world.now,
            )
        )

    assert not any(each.warnings for each in targets(world, id_))


def test_a_manager_s_reason_passes_what_it_passed_before(world: World) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.execute(update(Booking).values(needs=["hearing-loop"]))
        session.add(
            Override(
                booking_id=id_,
                rule="R12",
                kind="adjustment",
                reason="They bring one",
                at=world.now,
            )
        )

    with world.database.read() as session:
        plan = planning.make(
            session,
            replace(CLOSING),
            world.manager,
            now=world.now,
        )

    assert plan.lines[0].outcome is Outcome.SAME_TIME


def test_a_kind_that_is_no_longer_booked_cannot_move(world: World) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.execute(update(AppointmentType).values(active=False))

    (line,) = made(world).lines
    assert (line.outcome, line.why) == (Outcome.NOWHERE, "Ask its worker.")
    assert targets(world, id_) == ()
    assert line.obstacles == ()


def test_a_room_that_is_in_use_is_an_obstacle(world: World) -> None:
    id_ = book(world)
    book(
        world,
        room_ids=(STUDY,),
        kind="PRO",
        audience=Audience.STAFF,
        viewer=world.colleague,
        period=at(15),
    )

    found = planning.choices(made(world), id_)

    assert [(each.words, each.rooms) for each in found.obstacles] == [
        ("in use at that time", 1)
    ]
    assert HALL in {each.room.id for each in found.targets}
