"""The rules are asked again about what is booked, in few statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from sqlalchemy import select

from tests.venues.services.reviews.scene import at, book, close, for_the_victim, link
from tests.world import THURSDAY, World
from venues.database import catalogue as catalogues
from venues.database.models import Booking, CaseHours, Hours, Override
from venues.domain import rules
from venues.services.reviews import hits
from venues.services.reviews.hits import Hit

STATEMENTS = 12


def find(world: World) -> list[Hit]:
    with world.database.read() as session:
        ids = session.scalars(select(Booking.id)).all()
        return hits.find(session, catalogues.read(session), world.now, ids)


def test_what_stands_as_it_was_made_is_not_hit(world: World) -> None:
    book(world)
    for_the_victim(world)

    assert find(world) == []


def test_hours_in_which_the_case_cannot_come_stand_against_it(world: World) -> None:
    booking = book(world)
    with world.database.write() as session:
        session.add(CaseHours(case_id=1, weekday=3, opens=time(9), closes=time(12)))

    assert find(world) == [
        Hit(booking, "R7", "Outside the hours recorded for this case.")
    ]


def test_hours_that_are_over_by_then_do_not(world: World) -> None:
    book(world)
    with world.database.write() as session:
        session.add(
            CaseHours(
                case_id=1,
                weekday=3,
                opens=time(9),
                closes=time(12),
                until=THURSDAY - timedelta(days=1),
            )
        )

    assert find(world) == []


def test_who_works_alone_on_a_plan_is_not_asked_for_a_colleague(world: World) -> None:
    booking = book(world)
    with world.database.write() as session:
        session.add(
            Hours(venue_id=1, weekday=0, use="staffed", opens=time(9), closes=time(17))
        )
    assert [hit.cause for hit in find(world)] == ["R13"]

    with world.database.write() as session:
        session.get_one(Booking, booking).lone_plan = True

    assert find(world) == []


def test_a_reason_that_was_given_before_still_counts(world: World) -> None:
    booking = book(world)
    close(world)
    with world.database.write() as session:
        session.add(
            Override(
                booking_id=booking,
                rule="R2",
                kind="accepted",
                reason="They let us in",
                at=world.now,
            )
        )

    assert find(world) == []


def test_the_number_of_statements_does_not_grow_with_the_bookings(
    world: World, statements: Callable[[], list[str]]
) -> None:
    book(world)
    book(world, hour=10)
    close(world)
    find(world)
    statements()
    find(world)
    few = len(statements())
    for ahead in range(1, 5):
        book(world, period=at(15, THURSDAY + timedelta(days=7 * ahead)))
    statements()

    find(world)

    assert len(statements()) == few <= STATEMENTS


def test_each_booking_that_may_stand_beside_somebody_costs_one_more(
    world: World, statements: Callable[[], list[str]]
) -> None:
    book(world)
    for_the_victim(world)
    find(world)
    statements()
    find(world)
    without = len(statements())
    link(world)
    statements()

    assert [hit.for_a_person for hit in find(world)] == [True, True]

    assert len(statements()) <= without + 2 + 2  # the visits, and one for each


def test_the_mark_of_a_reason_says_nothing_and_changes_with_it(world: World) -> None:
    book(world)
    for_the_victim(world)
    link(world)
    first = find(world)

    link(world, kind="family", since=date(2026, 2, 1))
    second = find(world)

    assert {hit.words for hit in first} == {""}
    assert [hit.grounds for hit in first] != [hit.grounds for hit in second]
    assert all(len(hit.grounds) == 24 for hit in first)


def test_every_rule_that_is_watched_is_on_the_roll_or_still_to_come() -> None:
    known = {rule.name for rule in rules.RULES}

    assert {rule.name for rule in hits.ASKED} == known & hits.WATCHED
    assert hits.PERSON in known
