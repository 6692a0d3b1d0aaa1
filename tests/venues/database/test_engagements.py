"""Where members of staff already are."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from venues.database import engagements
from venues.database.models import Outing
from venues.domain.places import Point
from venues.services import attempts

THURSDAY = date(2026, 11, 26)
THREE = datetime(2026, 11, 26, 15)


def book(world: Any) -> None:
    attempts.book(world.database, world.request(), world.practitioner, now=world.now)


def test_ones_own_diary_says_where_and_a_colleagues_does_not(world: Any) -> None:
    book(world)
    with world.database.read() as session:
        (own,) = engagements.read(session, world.practitioner, [1], THURSDAY)
        (other,) = engagements.read(session, world.colleague, [1], THURSDAY)
        nobody = engagements.read(session, world.colleague, [], THURSDAY)

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
        engagements.read(session, world.practitioner, [1], THURSDAY)

    steps = plan("taken AS")

    first = steps.index("MATERIALIZE taken")
    assert steps[first : first + 3] == [
        "MATERIALIZE taken",
        "SEARCH booking USING INDEX ix_booking_starts (starts>? AND starts<?)",
        "SEARCH worker USING COVERING INDEX sqlite_autoindex_worker_1 (booking_id=?)",
    ]
    assert [step for step in steps if step.startswith("SCAN")] == ["SCAN taken"]
    assert "SEARCH outing USING INDEX ix_outing_starts (starts>? AND starts<?)" in steps


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
        visit, booked = engagements.read(session, world.practitioner, [1], THURSDAY)
        (theirs, _) = engagements.read(session, world.colleague, [1], THURSDAY)

    assert (visit.who, visit.venue, visit.point, visit.out) == (
        "You are",
        "Home visit, Runcorn",
        None,
        True,
    )
    assert (booked.venue, booked.out) == ("Millbrook", False)
    assert (theirs.who, theirs.venue, theirs.out) == ("", "", False)
    assert len([each for each in statements() if "taken AS" in each]) == 2
