"""A change of a series is taken back whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import OAK, TODAY, World
from venues.database.models import Booking, CaseStaff, Hold
from venues.domain.recurrence import Every, Repeat
from venues.errors import Refused, Stale, WrongInput
from venues.services import booking_changes
from venues.services.series import taking_back
from venues.services.series.changing import Changed
from venues.services.series.opened import Scope


def back(world: World, done: Changed) -> None:
    with world.database.write() as session:
        taking_back.take_back(session, done.before, world.practitioner, now=world.now)


def state(world: World) -> tuple[Any, ...]:
    """All that stands of the series and its holds."""
    with world.database.read() as session:
        holds = session.execute(
            select(Hold.space_id, Hold.starts, Hold.ends, Hold.booking_id).order_by(
                Hold.starts
            )
        ).all()
    alive = [each for each in changes.series(world) if each[2]]
    return changes.places(world), alive, changes.workers(world)[:4], holds


@pytest.mark.parametrize(
    "what",
    [
        {"starts": time(16)},
        {"room_ids": (OAK,), "minutes": 90},
        {"first": date(2026, 12, 11)},
        {"repeat": Repeat(every=Every.WEEK, weekdays=(1, 3), times=6)},
        {"repeat": Repeat(every=Every.WEEK, interval=2, times=2)},
        {"lead": 2},
        {"second": 2},
    ],
)
@pytest.mark.parametrize("scope", list(Scope))
def test_all_is_as_before(world: World, scope: Scope, what: dict[str, Any]) -> None:
    if scope is Scope.THIS and "repeat" in what:
        scope = Scope.LATER
    _, _, third, _ = changes.ids(world)
    before = state(world)
    done = changes.change(world, third, scope, **what)
    assert state(world) != before

    back(world, done)

    assert state(world) == before


def test_it_is_done_again_after_that(world: World) -> None:
    _, _, third, _ = changes.ids(world)
    done = changes.change(world, third, Scope.LATER, starts=time(16))
    once = changes.places(world)
    back(world, done)

    again = changes.change(world, third, Scope.LATER, starts=time(16))

    assert changes.places(world) == once
    back(world, again)


def test_a_later_change_of_somebody_is_not_lost(world: World) -> None:
    first, second, *_ = changes.ids(world)
    done = changes.change(world, first, Scope.ALL, starts=time(16))
    with world.database.write() as session:
        booking_changes.cancel(
            session, second, world.manager, reason="Ill", now=world.now
        )
    between = changes.places(world)

    with pytest.raises(Stale, match="meanwhile"):
        back(world, done)

    assert changes.places(world) == between


def test_a_room_taken_meanwhile_keeps_all_where_they_are(world: World) -> None:
    first, *_ = changes.ids(world)
    done = changes.change(world, first, Scope.ALL, starts=time(16))
    scene.occupy(world, THURSDAYS[1])
    between = changes.places(world)

    with pytest.raises(Refused, match="in use"):
        back(world, done)

    assert changes.places(world) == between


def test_cases_leave_the_list_they_were_put_on(world: World) -> None:
    first, *_ = changes.ids(world)
    done = changes.change(world, first, Scope.ALL, lead=2)

    back(world, done)

    with world.database.read() as session:
        assert session.get(CaseStaff, (1, 2, world.now.date())) is None
        assert set(session.scalars(select(Booking.status))) == {"confirmed"}


def test_a_case_taken_off_the_list_meanwhile_stays_off(world: World) -> None:
    first, *_ = changes.ids(world)
    done = changes.change(world, first, Scope.ALL, lead=2)
    with world.database.write() as session:
        session.get_one(CaseStaff, (1, 2, TODAY)).until = TODAY

    back(world, done)

    with world.database.read() as session:
        assert session.get_one(CaseStaff, (1, 2, TODAY)).until == TODAY


def test_what_is_over_by_now_is_not_taken_back(world: World) -> None:
    first, *_ = changes.ids(world)
    done = changes.change(world, first, Scope.ALL, starts=time(16))
    late = replace(world, now=datetime.combine(THURSDAYS[0], time(18)))

    with pytest.raises(WrongInput, match="over by now"):
        back(late, done)

    assert [hour for _, hour, _ in changes.places(world)] == ["16:00"] * 4
