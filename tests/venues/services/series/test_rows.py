"""What is remembered of a series after a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import ELSE, THURSDAYS
from tests.world import OAK, World
from venues.database.models import Series
from venues.domain.recurrence import Every, Repeat
from venues.services.series import rows, storing
from venues.services.series.change import Way
from venues.services.series.opened import Scope
from venues.services.series.planning import Otherwise


def rule(world: World, series_id: int) -> storing.Known:
    with world.database.read() as session:
        return storing.read(session.get_one(Series, series_id).rule)


def test_both_series_remember_what_is_usual_in_them(world: World) -> None:
    _, _, third, _ = changes.ids(world)

    changes.change(world, third, Scope.LATER, starts=time(16), room_ids=(OAK,))

    old, new = rule(world, 1), rule(world, 2)
    assert (old.usual, new.usual) == (
        storing.Usual(time(15), 60, (1,)),
        storing.Usual(time(16), 60, (2,)),
    )
    assert (old.first, new.first) == (THURSDAYS[0], THURSDAYS[2])
    assert old.repeat.until == THURSDAYS[1]


def test_another_worker_for_all_to_come_needs_no_series_of_its_own(
    world: World,
) -> None:
    *_, last = changes.ids(world)
    late = replace(world, now=datetime.combine(THURSDAYS[1], time(18)))

    changes.change(late, last, Scope.ALL, second=2)

    assert changes.series(world) == [
        ("Every week on Thursday, 4 times", None, THURSDAYS)
    ]


@pytest.mark.parametrize("scope", [Scope.LATER, Scope.ALL])
def test_chosen_dates_are_parted(world: World, scope: Scope) -> None:
    picked = Repeat(every=Every.PICKED, picked=tuple(THURSDAYS))
    made = scene.book(world, picked)

    changes.change(world, made.booked[2].id, scope, second=2)

    found = [(words, days) for words, _, days in changes.series(world)]
    if scope is Scope.ALL:
        assert found == [("On 4 chosen dates", THURSDAYS)]
    else:
        assert found == [
            ("On 2 chosen dates", THURSDAYS[:2]),
            ("On 2 chosen dates", THURSDAYS[2:]),
        ]


def test_a_rule_with_an_end_keeps_it(world: World) -> None:
    made = scene.book(world, Repeat(every=Every.WEEK, until=date(2026, 12, 18)))

    changes.change(world, made.booked[2].id, Scope.LATER, starts=time(16))

    assert (
        changes.series(world)[1][0] == "Every week on Thursday until 18 December 2026"
    )


def test_what_was_left_out_goes_along(world: World) -> None:
    scene.close(world, THURSDAYS[2])
    made = scene.book(world, otherwise=(Otherwise.LEAVE_OUT,))

    changes.change(world, made.booked[1].id, Scope.LATER, starts=time(16))

    assert changes.stored(world, 2) == [
        (THURSDAYS[1], "booked"),
        (THURSDAYS[2], "left out"),
        (THURSDAYS[3], "booked"),
    ]


def test_what_was_left_out_is_forgotten_where_the_rule_has_no_such_date(
    world: World,
) -> None:
    scene.close(world, THURSDAYS[2])
    made = scene.book(world, otherwise=ELSE)

    changes.change(
        world, made.booked[0].id, Scope.ALL, first=THURSDAYS[0] + timedelta(1)
    )

    assert THURSDAYS[2] not in [day for day, _ in changes.stored(world, 1)]


def test_a_way_out_is_remembered_with_its_reason(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[1], OAK)

    changes.change(
        world, first, Scope.ALL, room_ids=(OAK,), otherwise=(Way.OTHER_ROOM,)
    )

    day, outcome, why, person = scene.stored(world)[1]
    assert (day, outcome, person) == (THURSDAYS[1], "other room", False)
    assert why.startswith("Oak Room is in use")


def test_dates_are_written_as_they_are_read(world: World) -> None:
    changes.ids(world)
    with world.database.write() as session:
        before = rows.read(session, 1)
        rows.write(session, 1, before)

        assert rows.read(session, 1) == before
