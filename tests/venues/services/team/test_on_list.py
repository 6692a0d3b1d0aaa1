"""Whose list a case is on."""

from __future__ import annotations

from datetime import date, timedelta

from tests.world import TODAY, World
from venues.services.team import on_list

MINE, THEIRS = (1, 1), (1, 2)


def test_a_case_is_on_the_list_it_was_put_on(world: World) -> None:
    with world.database.read() as session:
        assert on_list.listed(session, *MINE, TODAY)
        assert not on_list.listed(session, *THEIRS, TODAY)


def test_it_is_put_there_and_taken_off_again(world: World) -> None:
    key = (*THEIRS, TODAY)
    with world.database.write() as session:
        assert on_list.read(session, key) == on_list.NOBODY
        on_list.write(session, key, None)
        session.flush()
        assert on_list.listed(session, *THEIRS, TODAY)

        on_list.write(session, key, on_list.NOBODY)
        session.flush()
        assert on_list.read(session, key) == on_list.NOBODY


def test_it_leaves_the_list_from_a_day_on(world: World) -> None:
    key = (*MINE, date(2026, 1, 1))

    with world.database.write() as session:
        on_list.write(session, key, TODAY)
        session.flush()

        assert on_list.read(session, key) == TODAY
        assert not on_list.listed(session, *MINE, TODAY)
        assert on_list.listed(session, *MINE, TODAY - timedelta(1))
