"""What is said of a plan that was carried out, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.venues.services.rehousing.leaving import CLOSING, book, made
from tests.world import World
from ui.pages import displaced_work
from venues.domain.findings import Reason
from venues.services.rehousing.values import Away, Obstacle, One, Outcome, Plan


@pytest.fixture
def plan(world: World) -> Plan:
    book(world)
    return made(world)


def test_a_closure_is_named_and_said(plan: Plan) -> None:
    assert displaced_work.name(plan) == "closing of Millbrook"
    assert displaced_work.said(plan) == "Closed Millbrook and moved 1 booking."


def test_a_move_alone_is_named_and_said(plan: Plan) -> None:
    one = replace(plan, cause=One(booking_id=1))

    assert displaced_work.name(one) == "move of 1 booking"
    assert displaced_work.said(one) == "Moved 1 booking."


def test_a_worker_who_is_away_hands_over(plan: Plan) -> None:
    cause = Away(staff_id=1, starts=CLOSING.starts, ends=CLOSING.ends)
    away = replace(plan, cause=cause)

    assert displaced_work.name(away) == "handing over of 1 booking"
    assert displaced_work.said(away) == "Handed over 1 booking."


def test_what_stays_is_under_needs_review(plan: Plan) -> None:
    stays = replace(
        plan.lines[0],
        outcome=Outcome.NOWHERE,
        obstacles=(Obstacle(Reason.SEATS, "too few seats", 2),),
    )
    both = replace(plan, lines=(stays, replace(stays, booking_id=99)))

    assert displaced_work.said(both) == (
        "Closed Millbrook. 2 bookings stand under Needs review."
    )
