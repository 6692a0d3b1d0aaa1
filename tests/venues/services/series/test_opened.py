"""A series as it may be changed."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from tests.venues.services.series import changes
from tests.venues.services.series.scene import THURSDAYS
from tests.world import OAK, WILLOW, World
from venues.domain.recurrence import Every, Repeat
from venues.services.series import opened
from venues.services.series.opened import Scope, most_usual
from venues.services.series.storing import Usual


def test_it_says_its_rule_and_what_is_usual(world: World) -> None:
    _, second, *_ = changes.ids(world)

    here = changes.seen(world, second)

    assert here.repeat == Repeat(every=Every.WEEK, weekdays=(3,), times=4)
    assert here.usual == Usual(time(15), 60, (WILLOW,))
    assert (here.first, here.last) == (THURSDAYS[0], THURSDAYS[-1])
    assert here.chosen.day == THURSDAYS[1]


@pytest.mark.parametrize(
    ("scope", "words", "number"),
    [
        (Scope.THIS, "This one only", 1),
        (Scope.LATER, "This one and later", 3),
        (Scope.ALL, "All to come", 4),
    ],
)
def test_each_scope_says_which_dates(
    world: World, scope: Scope, words: str, number: int
) -> None:
    _, second, *_ = changes.ids(world)

    here = changes.seen(world, second)

    assert scope.words == words
    assert len(here.of(scope)) == number


def test_a_date_knows_that_it_was_moved(world: World) -> None:
    first, second, *_ = changes.ids(world)
    changes.change(world, second, Scope.THIS, starts=time(10))
    changes.change(world, first, Scope.THIS, room_ids=(OAK,))

    here = changes.seen(world, first)

    assert [each.moved(here.usual) for each in here.dates] == [
        False,
        True,
        False,
        False,
    ]
    assert [each.elsewhere(here.usual) for each in here.dates] == [
        True,
        False,
        False,
        False,
    ]


def test_the_most_usual_is_what_most_are(world: World) -> None:
    requests = [world.request(hour=hour) for hour in (10, 15, 15)]

    assert most_usual(requests) == Usual(time(15), 60, (WILLOW,))


def test_nobody_reads_case_ids_in_a_repr(world: World) -> None:
    first, *_ = changes.ids(world)

    assert "case_ids" not in repr(changes.seen(world, first).chosen)


def test_only_a_date_to_come_can_be_changed_as_a_series(world: World) -> None:
    first, *_ = changes.ids(world)

    with world.database.read() as session:
        assert opened.repeats(session, first, world.now)
        assert not opened.repeats(
            session, first, datetime.combine(THURSDAYS[0], time(15))
        )
