"""Saving over somebody else's change is refused, with both versions told."""

from __future__ import annotations

from datetime import time

import pytest

from tests.venues.services.series import changes
from tests.venues.services.series.scene import THURSDAYS
from tests.world import World
from venues.services import booking_changes
from venues.services.series import extending
from venues.services.series.extending import More
from venues.services.series.opened import Scope
from venues.services.series.overtaken import Overtaken

LATER = {"starts": time(16)}


def test_a_date_that_somebody_moved_is_told_with_both_versions(world: World) -> None:
    first, second, *_ = changes.ids(world)
    before = changes.seen(world, first)
    changes.change(world, second, Scope.THIS, viewer=world.manager, starts=time(10))

    with pytest.raises(Overtaken, match="Somebody else changed") as caught:
        changes.change(world, first, Scope.ALL, before=before, **LATER)

    (one,) = caught.value.differences
    assert one.before is not None
    assert one.now is not None
    assert [each.period.starts.hour for each in (one.before, one.now)] == [15, 10]
    assert [hour for _, hour, _ in changes.places(world)].count("16:00") == 0


def test_what_is_seen_after_that_can_be_saved(world: World) -> None:
    first, second, *_ = changes.ids(world)
    before = changes.seen(world, first)
    changes.change(world, second, Scope.THIS, viewer=world.manager, starts=time(10))
    with pytest.raises(Overtaken) as caught:
        changes.change(world, first, Scope.ALL, before=before, **LATER)

    changes.change(world, first, Scope.ALL, before=caught.value.now, **LATER)

    assert [hour for _, hour, _ in changes.places(world)].count("16:00") == 3


def test_a_date_that_somebody_cancelled_is_told(world: World) -> None:
    first, second, *_ = changes.ids(world)
    before = changes.seen(world, first)
    with world.database.write() as session:
        booking_changes.cancel(
            session, second, world.manager, reason="Ill", now=world.now
        )

    with pytest.raises(Overtaken) as caught:
        changes.change(world, first, Scope.ALL, before=before, **LATER)

    (one,) = caught.value.differences
    assert one.before is not None
    assert one.before.period.day == THURSDAYS[1]
    assert one.now is None


def test_dates_outside_the_scope_may_change_meanwhile(world: World) -> None:
    first, second, *_ = changes.ids(world)
    before = changes.seen(world, second)
    changes.change(world, first, Scope.THIS, viewer=world.manager, starts=time(10))

    changes.change(world, second, Scope.LATER, before=before, **LATER)

    assert [hour for _, hour, _ in changes.places(world)].count("16:00") == 3


def test_a_rule_that_changed_is_told_too(world: World) -> None:
    first, *_ = changes.ids(world)
    before = changes.seen(world, first)
    with world.database.write() as session:
        extending.extend(
            session, first, More(times=1), world.practitioner, now=world.now
        )

    with pytest.raises(Overtaken):
        changes.change(world, first, Scope.ALL, before=before, **LATER)
