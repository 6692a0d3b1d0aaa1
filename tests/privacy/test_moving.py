"""A coordinator who moves a booking is not told by refusals what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.venues import assessed
from tests.world import OAK, STUDY, THURSDAY, WILLOW, World
from venues.database.models import Override
from venues.domain import telling
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.services import booking_changes, bookings
from venues.services.reviews import listing
from venues.services.reviews import moved as moving

ROOMS = {WILLOW: 1, OAK: 1, STUDY: 2}
VISITED = date(2026, 11, 20)


def booked(world: World, audience: Audience) -> int:
    """A booking of that audience in Willow Room, which is good for everything."""
    victim = audience is Audience.VICTIM
    request = world.request(
        audience=audience,
        kind="VIC" if victim else "SUP",
        references=("WA-20466",) if victim else ("WA-20417",),
        worker_ids=(3,) if victim else (1,),
        accepted={"R23": "We talked about it"},
    )
    viewer = world.victim_worker if victim else world.practitioner
    with world.database.write() as session:
        return bookings.book(session, request, viewer, now=world.now).id


def tried(world: World, booking_id: int) -> tuple[str, ...]:
    """What a coordinator is told who tries to move it into the Study."""
    with world.database.read() as session:
        judged = booking_changes.examine_move(
            session,
            booking_id,
            world.coordinator,
            now=world.now,
            room_ids=(STUDY,),
        )
    return tuple(each.message for each in judged.outstanding(world.coordinator))


def moved(world: World, booking_id: int, room_id: int = STUDY) -> None:
    """A coordinator moves it there, and says that its worker has agreed."""
    with world.database.write() as session:
        booking_changes.move(
            session,
            booking_id,
            world.coordinator,
            now=world.now,
            room_ids=(room_id,),
            accepted={telling.NAME: "She has agreed"},
        )


def waiting(world: World, viewer: Viewer) -> list[str]:
    """What somebody finds on the review list."""
    with world.database.read() as session:
        return [each.words for each in listing.read(session, viewer, world.now)]


@pytest.mark.parametrize("suits", [True, False])
@pytest.mark.parametrize("audience", [Audience.CHILD, Audience.VICTIM])
def test_a_move_is_asked_the_same_and_does_the_same_whatever_suits(
    world: World, audience: Audience, *, suits: bool
) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, {WILLOW: 1, OAK: 1}, VISITED)
    booking_id = booked(world, audience)
    answers = {} if suits else {"C1": "0", "C2": "no", "S1": "no"}
    with world.database.write() as session:
        assessed.assess_all(session, {STUDY: 2}, VISITED, **answers)

    said = tried(world, booking_id)
    moved(world, booking_id)

    assert said == (telling.ASKED.message,)
    assert moving.WORDS in waiting(world, world.coordinator)


def test_whose_booking_it_is_is_told_why(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, {WILLOW: 1, OAK: 1}, VISITED)
        assessed.assess_all(session, {STUDY: 2}, VISITED, C1="0", C2="no", S1="no")
    booking_id = booked(world, Audience.CHILD)

    with world.database.read() as session:
        judged = booking_changes.examine_move(
            session,
            booking_id,
            world.practitioner,
            now=world.now,
            room_ids=(STUDY,),
        )

    said = judged.outstanding(world.practitioner)
    assert telling.ASKED not in said
    assert any(each.rule == "R8" for each in said)


def test_what_a_coordinator_agreed_to_unseen_is_asked_again(world: World) -> None:
    booking_id = booked(world, Audience.CHILD)
    with world.database.write() as session:
        session.add(
            Override(
                booking_id=booking_id,
                rule=telling.NAME,
                kind="accepted",
                reason="The worker agrees",
                at=world.now,
            )
        )

    with world.database.read() as session:
        booking = booking_changes.by_id(session, booking_id, world.manager)
        request, _ = booking_changes.stored(session, booking)

    assert telling.NAME not in request.accepted
    assert replace(request, accepted={}).period == Period.lasting(
        datetime.combine(THURSDAY, request.period.starts.time()), 60
    )
