"""Bookings that a standing agreement covers, though they still wait."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlalchemy import select

from tests.venues import hired
from tests.venues.hired import RAILSIDE
from tests.world import HALL_B, WILLOW, World
from venues.database.models import BookingRoom, Hold, Venue
from venues.errors import NotAllowed
from venues.services import block_answers, venue_noting
from venues.services.block_answers import Covered
from venues.services.venue_answers import STANDING

MILLBROOK = 1


def covered(world: World) -> Covered:
    with world.database.read() as session:
        return block_answers.covered(
            session, RAILSIDE, world.coordinator, now=world.now
        )


def test_what_was_booked_before_the_agreement_can_be_confirmed(world: World) -> None:
    hired.hired(world)
    inside = hired.book(world)
    before = covered(world)
    hired.block(world)

    found = covered(world)
    with world.database.write() as session:
        venue_noting.note(
            session,
            found.answers,
            world.coordinator,
            now=world.now,
            versions=found.versions,
        )

    assert (before.answers, [*found.answers]) == ({}, [inside])
    answer = hired.answer(world, inside)
    assert (answer.said, answer.by, answer.cost) == ("yes", STANDING, 3600)
    assert answer.answered_on == world.now.date()
    assert covered(world).answers == {}


def test_only_what_lies_inside_with_its_whole_hold(world: World) -> None:
    hired.hired(world)
    hired.book(world)
    other_room = hired.book(world, room_ids=(HALL_B,), hour=16, references=())
    hired.block(world, closes=time(16), opens=time(15))
    with world.database.write() as session:
        for hold in session.scalars(select(Hold)):
            hold.ends = hold.ends.replace(minute=30)

    assert covered(world).answers == {}
    hired.block(world, room_id=None)
    assert other_room in covered(world).answers


def test_what_has_a_no_or_is_cancelled_is_left_alone(world: World) -> None:
    hired.hired(world)
    id_ = hired.book(world)
    hired.block(world)
    hired.say(world, id_, venue_answer="no", answered_on=date(2026, 11, 20))
    refused = covered(world).answers
    hired.say(world, id_, venue_answer="asked", status="cancelled")

    assert (refused, covered(world).answers) == ({}, {})


def test_only_those_who_keep_the_catalogue_see_it(world: World) -> None:
    with world.database.read() as session, pytest.raises(NotAllowed):
        block_answers.covered(session, RAILSIDE, world.practitioner, now=world.now)


def test_a_room_of_another_venue_that_is_asked_as_well_keeps_it_waiting(
    world: World,
) -> None:
    hired.hired(world)
    id_ = hired.book(world)
    hired.block(world)
    with world.database.write() as session:
        session.add(BookingRoom(booking_id=id_, room_id=WILLOW, role="break-out"))
    ours = [*covered(world).answers]

    with world.database.write() as session:
        session.get_one(Venue, MILLBROOK).booked_by = "request"

    assert (ours, covered(world).answers) == ([id_], {})
