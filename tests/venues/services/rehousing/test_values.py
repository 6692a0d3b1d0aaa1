"""What a plan adds up to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from venues.domain.period import Period
from venues.domain.privacy import Seen
from venues.domain.proposal import Room, Venue
from venues.services.rehousing.values import Line, One, Outcome, Plan, Target

AT = datetime(2026, 11, 26, 15)
PERIOD = Period.lasting(AT, 60)
VENUE = Venue(1, "Millbrook", "Millbrook", "Warrington", 1, "active")
WILLOW, OAK = (
    Room(n, name, VENUE, (n,), {}, 8) for n, name in enumerate(("Willow", "Oak"), 1)
)


def line(id_: int, outcome: Outcome, metres: int | None = None, **more: Any) -> Line:
    target = Target(rooms=(OAK,), period=PERIOD, metres=metres)
    return Line(
        booking_id=id_,
        seen=Seen(room_id=1, starts=AT, ends=PERIOD.ends),
        room=WILLOW,
        outcome=outcome,
        target=target if outcome.moves else None,
        **more,
    )


def plan(*lines: Line) -> Plan:
    return Plan(cause=One(booking_id=1), title="", when="", lines=lines)


def test_a_plan_counts_what_becomes_of_its_bookings() -> None:
    made = plan(
        line(1, Outcome.SAME_TIME, 1_000),
        line(2, Outcome.OTHER_TIME, 2_001),
        line(3, Outcome.NOWHERE),
        line(4, Outcome.LEFT_OUT),
    )

    assert [each.booking_id for each in made.moving] == [1, 2]
    assert made.count(Outcome.NOWHERE, Outcome.LEFT_OUT) == 2
    assert made.further == 1_500
    assert made.line(3).outcome is Outcome.NOWHERE


def test_how_far_it_is_stays_unsaid_where_nobody_knows() -> None:
    assert plan(line(1, Outcome.SAME_TIME)).further is None


def test_a_target_is_told_from_others_by_rooms_time_and_workers() -> None:
    here = Target(rooms=(OAK, WILLOW), period=PERIOD)

    assert here.room is OAK
    assert here.key == ((2, 1), PERIOD, ())
