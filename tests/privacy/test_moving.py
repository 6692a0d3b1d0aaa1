"""A coordinator who moves a booking is not told by refusals what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.venues import assessed
from tests.world import OAK, STUDY, THURSDAY, WILLOW, World
from venues.database.models import Override
from venues.domain import telling
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import Refused
from venues.services import booking_changes, bookings

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


def refused(world: World, booking_id: int) -> tuple[str, ...]:
    """What a coordinator is told who moves it into the Study."""
    with world.database.write() as session:
        with pytest.raises(Refused) as caught:
            booking_changes.move(
                session,
                booking_id,
                world.coordinator,
                now=world.now,
                room_ids=(STUDY,),
            )
        session.rollback()
    return tuple(each.message for each in caught.value.findings)


@pytest.mark.parametrize("audience", [Audience.CHILD, Audience.VICTIM])
def test_a_room_that_does_not_suit_is_refused_in_the_same_words(
    world: World, audience: Audience
) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, {WILLOW: 1, OAK: 1}, VISITED)
    booking_id = booked(world, audience)

    with world.database.write() as session:
        assessed.assess_all(session, {STUDY: 2}, VISITED, C1="0", C2="no", S1="no")

    assert refused(world, booking_id) == (telling.REFUSED.message,)


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
    assert telling.REFUSED not in said
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
