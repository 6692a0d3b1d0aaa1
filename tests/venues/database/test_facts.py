"""From rows to the facts the rules look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from venues.database import catalogue, facts
from venues.database.models import Outing
from venues.domain.circumstances import Circumstances
from venues.domain.places import Point
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


def test_ones_own_diary_says_where_and_a_colleagues_does_not(world: Any) -> None:
    book(world)
    with world.database.read() as session:
        (own,) = facts.engagements(session, world.practitioner, [1], THURSDAY)
        (other,) = facts.engagements(session, world.colleague, [1], THURSDAY)
        nobody = facts.engagements(session, world.colleague, [], THURSDAY)

    assert (own.who, own.venue, own.point) == (
        "You are",
        "Millbrook",
        Point(360_000, 388_000),
    )
    assert (other.who, other.venue, other.point) == ("", "", None)
    assert nobody == ()


def test_where_workers_are_is_read_by_time_and_only_then_by_room(
    world: Any, plan: Any
) -> None:
    with world.database.read() as session:
        facts.engagements(session, world.practitioner, [1], THURSDAY)

    steps = plan("taken AS")

    first = steps.index("MATERIALIZE taken")
    assert steps[first : first + 3] == [
        "MATERIALIZE taken",
        "SEARCH booking USING INDEX ix_booking_starts (starts>? AND starts<?)",
        "SEARCH worker USING COVERING INDEX sqlite_autoindex_worker_1 (booking_id=?)",
    ]
    assert [step for step in steps if step.startswith("SCAN")] == ["SCAN taken"]
    assert "SEARCH outing USING INDEX ix_outing_starts (starts>? AND starts<?)" in steps


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


def test_visits_elsewhere_are_read_with_bookings_in_the_same_statement(
    world: Any, statements: Any
) -> None:
    book(world)
    with world.database.write() as session:
        session.add_all(
            Outing(
                staff_id=1,
                place="Home visit, Runcorn",
                starts=starts,
                ends=starts + timedelta(hours=1),
                check_out=starts + timedelta(hours=1),
                booking_id=booking_id,
            )
            for starts, booking_id in (
                (THREE - timedelta(hours=2), None),
                (THREE, 1),
                (THREE - timedelta(days=1), None),
            )
        )
    statements()

    with world.database.read() as session:
        visit, booked = facts.engagements(session, world.practitioner, [1], THURSDAY)
        (theirs, _) = facts.engagements(session, world.colleague, [1], THURSDAY)

    assert (visit.who, visit.venue, visit.point, visit.out) == (
        "You are",
        "Home visit, Runcorn",
        None,
        True,
    )
    assert (booked.venue, booked.out) == ("Millbrook", False)
    assert (theirs.who, theirs.venue, theirs.out) == ("", "", False)
    assert len([each for each in statements() if "taken AS" in each]) == 2
