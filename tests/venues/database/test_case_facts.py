"""What is on record of the cases, and when they are busy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy import select

from tests.world import NOW, OAK, TODAY, World
from venues.database import case_facts
from venues.database.models import Booking, Case, CaseHours, Separation
from venues.domain.circumstances import NOTHING_KNOWN, Attendable, CaseFacts
from venues.services import bookings

CHILD, VICTIM, OTHER = 1, 2, 3
THURSDAY = date(2026, 11, 26)


def at(hour: int) -> datetime:
    return datetime.combine(THURSDAY, time(hour))


def read(
    world: World, *case_ids: int, day: date = THURSDAY, term: bool = False, **more: Any
) -> case_facts.Known:
    with world.database.read() as session:
        return case_facts.read(
            session, case_ids, day, school=lambda _authority: term, **more
        )


def write(world: World, *rows: Any) -> None:
    with world.database.write() as session:
        session.add_all(rows)


def mark(world: World, case_id: int = CHILD, **values: Any) -> None:
    with world.database.write() as session:
        case = session.get_one(Case, case_id)
        for name, value in values.items():
            setattr(case, name, value)


def book(world: World, **changed: Any) -> int:
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, world.practitioner, now=NOW).id


def test_no_case_has_been_nowhere_and_asks_nothing(
    world: World, statements: Callable[[], list[str]]
) -> None:
    statements()

    assert read(world) == ((), CaseFacts(been=frozenset()))
    assert statements() == []


def test_everything_is_read_in_one_statement(
    world: World, statements: Callable[[], list[str]]
) -> None:
    book(world)
    statements()

    read(world, CHILD, OTHER)

    assert len(statements()) == 1


def test_a_case_is_busy_under_the_same_persons_other_reference_too(
    world: World,
) -> None:
    write(
        world,
        Separation(first_id=CHILD, second_id=OTHER, kind="same person", since=TODAY),
    )
    book(world)

    (found,) = read(world, OTHER).times

    assert (found.case_id, found.starts, found.ends) == (OTHER, at(15), at(16))


def test_nothing_else_is_told_of_the_same_persons_other_reference(
    world: World,
) -> None:
    book(world)
    write(
        world,
        Separation(first_id=CHILD, second_id=OTHER, kind="same person", since=TODAY),
        CaseHours(case_id=CHILD, weekday=0, opens=time(9), closes=time(10)),
    )
    mark(world, two_workers=True)

    later = read(world, OTHER, day=date(2026, 12, 3)).facts

    assert later == NOTHING_KNOWN._replace(been=frozenset())


def test_the_booking_that_is_changed_is_left_out(world: World) -> None:
    id_ = book(world)

    assert read(world, CHILD, without=id_).times == ()
    assert read(world, CHILD, day=date(2026, 12, 3), without=id_).facts.been == (
        frozenset()
    )


def test_two_workers_come_when_one_of_the_cases_is_marked(world: World) -> None:
    assert not read(world, CHILD, OTHER).facts.two_workers

    mark(world, OTHER, two_workers=True)

    assert read(world, CHILD, OTHER).facts.two_workers


@pytest.mark.parametrize(
    ("case_id", "changed", "term", "at_school"),
    [
        (CHILD, {}, True, True),
        (CHILD, {}, False, False),
        (CHILD, {"in_education": False}, True, False),
        (VICTIM, {}, True, False),
    ],
)
def test_a_child_in_education_has_school_in_term(
    world: World,
    case_id: int,
    changed: dict[str, Any],
    *,
    term: bool,
    at_school: bool,
) -> None:
    mark(world, case_id, **changed)

    assert read(world, case_id, term=term).facts.at_school is at_school


def test_hours_of_that_weekday_count_and_a_court_set_all_where_it_set_one(
    world: World,
) -> None:
    write(
        world,
        CaseHours(case_id=CHILD, weekday=3, opens=time(16), closes=time(18)),
        CaseHours(case_id=CHILD, weekday=3, opens=time(9), closes=time(10)),
        CaseHours(
            case_id=OTHER,
            weekday=0,
            opens=time(9),
            closes=time(12),
            court_condition=True,
        ),
    )

    assert set(read(world, CHILD, OTHER).facts.hours) == {
        Attendable(CHILD, False, ((at(9), at(10)), (at(16), at(18)))),  # noqa: FBT003 - as it is declared
        Attendable(OTHER, True),  # noqa: FBT003
    }


def test_hours_that_are_over_do_not_count(world: World) -> None:
    write(
        world,
        CaseHours(
            case_id=CHILD,
            weekday=0,
            opens=time(9),
            closes=time(12),
            until=date(2026, 11, 25),
        ),
    )

    assert read(world, CHILD).facts.hours == ()
    assert len(read(world, CHILD, day=date(2026, 11, 24)).facts.hours) == 1


def test_they_have_been_where_all_of_them_had_an_appointment_before(
    world: World,
) -> None:
    book(world)
    later = date(2026, 12, 3)

    assert read(world, CHILD).facts.been == frozenset()  # not earlier than that day
    assert read(world, CHILD, day=later).facts.been == {1}
    assert read(world, CHILD, OTHER, day=later).facts.been == frozenset()
    assert read(world, CHILD, day=later, visited=False).facts.been is None


def test_a_cancelled_appointment_does_not_count(world: World) -> None:
    book(world, room_ids=(OAK,))
    with world.database.write() as session:
        booking = session.scalars(select(Booking)).one()
        booking.status = "cancelled"

    assert read(world, CHILD, day=date(2026, 12, 3)).facts.been == frozenset()


def test_the_times_of_a_case_are_read_by_time(world: World, plan: Any) -> None:
    read(world, CHILD)

    steps = plan("about AS")

    place = steps.index("MATERIALIZE about")
    assert steps[place + 1].startswith("SEARCH booking USING INDEX ix_booking_starts")
    tables = ("booking", "attendance", "tie", "case_hours", "booking_room")
    assert not [
        step for step in steps if any(step == f"SCAN {name}" for name in tables)
    ]
