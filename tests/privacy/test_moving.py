"""A coordinator who moves a booking is not told by refusals what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from sqlalchemy import delete

from tests.venues import assessed
from tests.venues.services import conditional
from tests.world import OAK, STUDY, THURSDAY, WILLOW, World
from venues.database.models import CaseHours, CaseVenue, Override
from venues.domain import telling
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.domain.rules import no_go
from venues.errors import Refused
from venues.services import booking_changes, bookings, moves
from venues.services.apart import reasons
from venues.services.moves import Move
from venues.services.reviews import listing, sweeping
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


def court_hours(world: World, case_id: int) -> None:
    """A court lets this case come in the afternoon only."""
    with world.database.write() as session:
        session.add(
            CaseHours(
                case_id=case_id,
                weekday=THURSDAY.weekday(),
                opens=time(14),
                closes=time(19),
                court_condition=True,
            )
        )


def kept_from(world: World) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=2, since=VISITED))


def attempted(world: World, booking_id: int, hour: int) -> Refused:
    """A coordinator moves it into the Study, with its worker's yes."""
    move = Move(
        booking_id=booking_id,
        room_id=WILLOW,
        to_room_id=STUDY,
        period=Period.lasting(datetime.combine(THURSDAY, time(hour)), 60),
        accepted=((telling.NAME, "She has agreed"),),
    )
    with pytest.raises(Refused) as refused:
        moves.make(world.database, move, world.coordinator, now=world.now)
    return refused.value


def test_a_courts_hours_hold_for_a_coordinator_and_say_no_more_than_a_link(
    world: World,
) -> None:
    booking_id = booked(world, Audience.CHILD)
    court_hours(world, 1)
    by_court = attempted(world, booking_id, 10)
    with world.database.write() as session:
        session.execute(delete(CaseHours))
    kept_from(world)
    by_venue = attempted(world, booking_id, 10)

    assert by_court.code is not None
    assert by_venue.code is not None
    said = str(by_court).replace(by_court.code, by_venue.code)
    assert said == str(by_venue)
    assert [replace(each, message="") for each in by_court.findings] == [
        replace(each, message="") for each in by_venue.findings
    ]


def test_the_code_of_it_tells_a_keeper_what_a_court_has_set(world: World) -> None:
    booking_id = booked(world, Audience.CHILD)
    court_hours(world, 1)
    code = attempted(world, booking_id, 10).code
    assert code is not None

    with world.database.write() as session:
        found = reasons.read(session, code, world.coordinator)

    assert found.causes == (
        "WA-20417 comes in the hours on its record, court condition.",
    )


def test_who_meets_is_not_moved_where_they_would_wait_together(world: World) -> None:
    """A meeting face to face: there are places to wait at Millbrook alone."""
    conditional.prepare(world)
    booked = conditional.book(world, **conditional.FACING)
    move = Move(
        booking_id=booked.id,
        room_id=WILLOW,
        to_room_id=STUDY,
        period=conditional.FACING["period"],
        accepted=((telling.NAME, "She has agreed"),),
    )

    with pytest.raises(Refused) as refused:
        moves.make(world.database, move, world.coordinator, now=world.now)

    assert refused.value.code is not None
    assert str(refused.value) == no_go.quoting(refused.value.code)
    with world.database.write() as session:
        found = reasons.read(session, refused.value.code, world.coordinator)
    assert found.causes == (
        "People who wait apart meet then, and Library has 0 places to wait.",
    )


@pytest.mark.parametrize("audience", [Audience.CHILD, Audience.VICTIM])
def test_a_coordinator_is_not_told_on_the_list_what_no_longer_suits(
    world: World, audience: Audience
) -> None:
    """Not suitable "for a victim meeting" would say what it is."""
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, {WILLOW: 1, OAK: 1}, VISITED)
    booked(world, audience)
    answers = {"C1": "0", "C2": "no", "S1": "no"}
    with world.database.write() as session:
        assessed.assess_all(session, {WILLOW: 1}, VISITED, **answers)
    sweeping.sweep(world.database, world.now)

    victims = audience is Audience.VICTIM
    worker = world.victim_worker if victims else world.practitioner
    assert waiting(world, world.coordinator) == [listing.FOR_ITS_WORKER]
    for viewer in (worker, world.manager):
        (said,) = waiting(world, viewer)
        assert said.startswith("Not suitable for ")
