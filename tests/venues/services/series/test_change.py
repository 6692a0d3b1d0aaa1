"""What a change makes of one appointment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from tests.world import OAK, WILLOW, World
from venues.domain.meeting import Meeting
from venues.services.series.change import Change, Way
from venues.services.series.opened import Scope
from venues.services.series.storing import Usual

FRIDAY = date(2026, 11, 27)


def test_what_is_not_named_stays(world: World) -> None:
    request = world.request(check_out=time(16, 15), buddy_id=5)
    change = Change(scope=Scope.ALL, people=5)

    after = change.applied(request, request.period.day, stays=False, here=True)

    assert after == replace(request, people=5)


def test_one_that_stays_keeps_day_time_and_check_out(world: World) -> None:
    request = world.request(check_out=time(16, 15))
    change = Change(scope=Scope.ALL, starts=time(9), minutes=30, room_ids=(OAK,))

    after = change.applied(request, FRIDAY, stays=True, here=False)

    assert after == request


def test_check_out_is_as_long_after_the_end_as_it_was(world: World) -> None:
    request = world.request(check_out=time(16, 15))
    change = Change(scope=Scope.ALL, starts=time(17), minutes=90)

    after = change.applied(request, FRIDAY, stays=False, here=True)

    assert after.period.starts == datetime.combine(FRIDAY, time(17))
    assert after.check_out == time(18, 45)


def test_rooms_to_wait_in_go_with_the_rooms(world: World) -> None:
    request = world.request(room_ids=(WILLOW, OAK), meeting=Meeting(waiting_ids=(OAK,)))
    change = Change(scope=Scope.ALL, room_ids=(WILLOW,))

    after = change.applied(request, FRIDAY, stays=False, here=True)

    assert after.meeting.waiting_ids == ()


@pytest.mark.parametrize(
    ("lead", "second", "workers"),
    [(None, None, (1, 2)), (3, None, (3, 2)), (None, 0, (1,)), (3, 5, (3, 5))],
)
def test_who_works_in_it(
    world: World, lead: int | None, second: int | None, workers: tuple[int, ...]
) -> None:
    request = world.request(worker_ids=(1, 2))
    change = Change(scope=Scope.ALL, lead=lead, second=second)

    after = change.applied(request, FRIDAY, stays=False, here=True)

    assert after.worker_ids == workers


def test_a_way_of_its_own_comes_before_that_of_all() -> None:
    change = Change(
        scope=Scope.ALL,
        otherwise=(Way.OTHER_ROOM, Way.LEAVE_OUT),
        ways={FRIDAY: Way.OTHER_TIME},
    )

    assert change.ways_on(FRIDAY) == (Way.OTHER_TIME,)
    assert change.ways_on(date(2026, 11, 28)) == (Way.OTHER_ROOM, Way.LEAVE_OUT)


def test_what_is_usual_afterwards() -> None:
    before = Usual(time(15), 60, (WILLOW,))

    after = Change(scope=Scope.ALL, minutes=90).usual(before)

    assert after == Usual(time(15), 90, (WILLOW,))
    assert not Change(scope=Scope.ALL).anything
