"""From rows to the facts the rules look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from venues.database import catalogue, facts
from venues.domain.circumstances import Circumstances
from venues.domain.proposal import Span
from venues.services import asking, attempts

WILLOW, OAK, HALL, HALL_A = 1, 2, 4, 5
THURSDAY = date(2026, 11, 26)
THREE, FOUR = datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)


def book(world: Any, **changed: Any) -> int:
    return attempts.book(
        world.database, world.request(**changed), world.practitioner, now=world.now
    ).id


def busy(world: Any, room_id: int, **more: Any) -> tuple[Span, ...]:
    with world.database.read() as session:
        found = catalogue.read(session)
        room = found.rooms[room_id]
        return facts.busy_days(session, found, (room,), THURSDAY, **more)[room_id].busy


def test_a_room_is_busy_while_any_of_its_spaces_is_held(world: Any) -> None:
    book(world, room_ids=(HALL_A,))

    assert busy(world, HALL) == busy(world, HALL_A) == (Span(THREE, FOUR),)
    assert busy(world, OAK) == ()


def test_the_booking_being_changed_is_left_out(world: Any) -> None:
    id_ = book(world)

    assert busy(world, WILLOW, without=id_) == ()


def test_a_hold_that_began_before_midnight_still_counts(world: Any) -> None:
    book(world)

    with world.database.read() as session:
        found = facts.holds(
            session, datetime(2026, 11, 26, 15, 30), datetime(2026, 11, 26, 15, 45)
        )

    assert found == {WILLOW: [Span(THREE, FOUR)]}


def test_the_holds_of_one_room_are_read_by_space(world: Any, plan: Any) -> None:
    busy(world, WILLOW)
    plan("FROM hold")  # the catalogue is read the first time
    busy(world, WILLOW)

    steps = plan("FROM hold")

    assert steps[0].startswith("SEARCH hold USING COVERING INDEX ix_hold_space")


def test_the_proposals_of_many_rooms_are_those_of_each(world: Any) -> None:
    with world.database.read() as session:
        known = catalogue.read(session)
        asked = asking.appointment(known, world.request(kind="GRP", people=4))
    rooms = [
        replace(room, turnaround=room.id % 3 * 10) for room in known.rooms.values()
    ]
    days, about = known.days(THURSDAY), Circumstances()

    made = list(facts.proposals(asked, rooms, days, about))

    assert made == [facts.proposal(asked, room, days[room.id], about) for room in rooms]
