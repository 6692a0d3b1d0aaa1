"""What a change would do, before anything is saved."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from tests.venues.services.series import changes, scene
from tests.venues.services.series.changes import fates
from tests.venues.services.series.scene import THURSDAYS
from tests.world import WILLOW, World
from venues.domain.recurrence import Every, Repeat
from venues.errors import WrongInput
from venues.services.series.change import Fate
from venues.services.series.opened import Scope
from venues.services.series.outlook import like
from venues.services.series.planning import Outcome

WEEK = timedelta(weeks=1)


def days(found: changes.Outlook) -> list[date]:
    return [step.day for step in found.steps]


def test_looking_changes_nothing(world: World) -> None:
    first, *_ = changes.ids(world)

    found = changes.look(world, first, Scope.ALL, starts=time(16))

    assert fates(found) == [Fate.CHANGED] * 4
    assert [hour for _, hour, _ in changes.places(world)] == ["15:00"] * 4


def test_dates_that_do_not_fit_are_named_with_the_reason(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[2], room_id=2)

    found = changes.look(world, first, Scope.ALL, room_ids=(2,))

    (one,) = found.refused
    assert (one.day, one.outcome) == (THURSDAYS[2], Outcome.REFUSED)
    assert one.why.startswith("Oak Room is in use")


def test_all_move_by_as_many_days_as_the_chosen_one(world: World) -> None:
    _, _, third, _ = changes.ids(world)

    found = changes.look(world, third, Scope.ALL, first=THURSDAYS[2] + timedelta(1))

    assert days(found) == [day + timedelta(1) for day in THURSDAYS]


def test_a_week_of_several_days_moves_whole(world: World) -> None:
    rule = Repeat(every=Every.WEEK, weekdays=(1, 3), times=4)
    made = scene.book(world, rule)

    found = changes.look(
        world, made.booked[0].id, Scope.ALL, first=THURSDAYS[0] + timedelta(1)
    )

    assert found.rule is not None
    assert found.rule.repeat.weekdays == (2, 4)


def test_chosen_dates_move_too(world: World) -> None:
    picked = Repeat(every=Every.PICKED, picked=tuple(THURSDAYS))
    made = scene.book(world, picked)

    later = changes.look(
        world, made.booked[1].id, Scope.LATER, first=THURSDAYS[1] + timedelta(1)
    )

    assert days(later) == [day + timedelta(1) for day in THURSDAYS[1:]]


def test_a_rule_begins_in_the_same_week_unless_that_is_over(world: World) -> None:
    first, *_ = changes.ids(world)
    mondays = Repeat(every=Every.WEEK, weekdays=(0,), times=4)
    fridays = Repeat(every=Every.WEEK, weekdays=(4,), times=4)

    on_mondays = changes.look(world, first, Scope.ALL, repeat=mondays)
    on_fridays = changes.look(world, first, Scope.ALL, repeat=fridays)

    assert days(on_mondays)[0] == THURSDAYS[0] + timedelta(4)  # this one is today
    assert days(on_fridays)[0] == THURSDAYS[0] + timedelta(1)


def test_a_daily_rule_begins_with_the_first_date(world: World) -> None:
    first, *_ = changes.ids(world)

    found = changes.look(
        world, first, Scope.ALL, repeat=Repeat(every=Every.DAY, times=2)
    )

    kept = [step.day for step in found.steps if step.fate is not Fate.GONE]
    assert kept == [THURSDAYS[0], THURSDAYS[0] + timedelta(1)]


def test_holidays_are_left_out(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.close(world, THURSDAYS[1])
    rule = Repeat(every=Every.WEEK, times=4, skip_holidays=True)

    changes.change(world, first, Scope.ALL, repeat=rule)

    assert changes.stored(world, 1)[1] == (THURSDAYS[1], "left out")
    assert changes.places(world)[-1][0] == THURSDAYS[-1] + WEEK


def test_dates_in_other_hands_before_the_scope_are_not_named(world: World) -> None:
    first, second, *_ = changes.ids(world)
    changes.change(world, first, Scope.THIS, lead=3)

    found = changes.look(world, second, Scope.LATER, starts=time(16))

    assert days(found) == THURSDAYS[1:]


def test_it_may_not_run_past_midnight(world: World) -> None:
    first, *_ = changes.ids(world)

    with pytest.raises(WrongInput, match="past midnight"):
        changes.look(world, first, Scope.ALL, starts=time(23, 30))


def test_a_usual_appointment_is_like_the_others(world: World) -> None:
    first, *_ = changes.ids(world)
    changes.change(world, first, Scope.THIS, starts=time(10), room_ids=(2,))
    here = changes.seen(world, first)

    made = like(here, THURSDAYS[3])

    assert made.room_ids == (WILLOW,)
    assert made.period.starts == datetime.combine(THURSDAYS[3], time(15))
    assert made.uuid != here.chosen.request.uuid
