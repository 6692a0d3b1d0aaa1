"""What is noted while somebody is out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.venues.services.out_scene import FOUR, THREE, alerts, plan, row
from tests.world import World
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound, Stale
from venues.services import outing_marks
from venues.services.outing_marks import Marked

DUE = FOUR + timedelta(minutes=15)
QUARTER = timedelta(minutes=15)

Note = Callable[..., Marked]


def note(
    world: World, mark: Note, viewer: Viewer, outing_id: int, now: datetime
) -> Marked:
    with world.database.write() as session:
        return mark(session, viewer, outing_id, now=now)


def put_back(world: World, marked: Marked, **which: Any) -> None:
    with world.database.write() as session:
        outing_marks.put_back(session, world.practitioner, marked.id, **which)


def test_somebody_checks_in_and_out_to_the_minute(world: World) -> None:
    planned = plan(world)

    note(
        world,
        outing_marks.check_in,
        world.practitioner,
        planned,
        THREE + timedelta(seconds=31),
    )
    note(world, outing_marks.check_out, world.practitioner, planned, FOUR)

    assert (row(world, planned).checked_in, row(world, planned).checked_out) == (
        THREE,
        FOUR,
    )


def test_only_whoever_is_out_checks_in(world: World) -> None:
    planned = plan(world)

    with pytest.raises(NotAllowed):
        note(world, outing_marks.check_in, world.colleague, planned, THREE)
    with pytest.raises(NotFound):
        note(world, outing_marks.check_in, world.victim_worker, planned, THREE)


def test_the_buddy_and_a_manager_may_check_them_out(world: World) -> None:
    for viewer in (world.colleague, world.manager):
        planned = plan(world)

        note(world, outing_marks.check_out, viewer, planned, FOUR)

        assert row(world, planned).checked_out == FOUR


def test_a_quarter_more_counts_from_now_when_it_is_late(world: World) -> None:
    planned = plan(world)

    note(world, outing_marks.more_time, world.practitioner, planned, FOUR)
    assert row(world, planned).check_out == DUE + QUARTER
    late = DUE + timedelta(hours=1)
    note(world, outing_marks.more_time, world.practitioner, planned, late)

    assert row(world, planned).check_out == late + QUARTER


def test_who_rang_and_when_is_noted_and_the_alert_waits(world: World) -> None:
    planned = plan(world)
    late = DUE + timedelta(minutes=40)

    note(world, outing_marks.rang, world.colleague, planned, late)

    assert alerts(world, world.colleague, late) == ()
    assert [each.rung for each in alerts(world, world.manager, late)] == [
        "Practitioner 05"
    ]
    note(world, outing_marks.rang, world.manager, planned, late)
    assert alerts(world, world.manager, late) == ()
    assert len(alerts(world, world.manager, late + QUARTER)) == 1


def test_nothing_is_noted_of_somebody_who_is_back(world: World) -> None:
    planned = plan(world)
    note(world, outing_marks.check_out, world.practitioner, planned, FOUR)

    for mark in (outing_marks.check_out, outing_marks.more_time, outing_marks.rang):
        with pytest.raises(Stale):
            note(world, mark, world.colleague, planned, FOUR)


def test_a_mark_is_taken_back_and_noted_again(world: World) -> None:
    planned = plan(world)
    marked = note(world, outing_marks.check_out, world.practitioner, planned, FOUR)

    put_back(world, marked, found=marked.after, wanted=marked.before)
    assert row(world, planned).checked_out is None
    put_back(world, marked, found=marked.before, wanted=marked.after)

    assert row(world, planned).checked_out == FOUR


def test_it_is_not_when_something_else_was_noted_since(world: World) -> None:
    planned = plan(world)
    marked = note(world, outing_marks.check_in, world.practitioner, planned, THREE)
    note(world, outing_marks.more_time, world.colleague, planned, FOUR)

    with pytest.raises(Stale):
        put_back(world, marked, found=marked.after, wanted=marked.before)

    assert row(world, planned).checked_in == THREE
