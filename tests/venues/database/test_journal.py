"""A unit of work with a name leaves a mark of what it wrote, to be undone by."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from tests.server import both_engines
from tests.world import TODAY
from venues.database import journal
from venues.database.models import Done, UnmetNeed, Venue


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test on a database takes place in a file, and on a server."""
    both_engines(metafunc)


def done(world: Any) -> list[tuple[str, int, str, list[tuple[str, int | None]]]]:
    """The name, whose it is, their role, and the rows that history tells of it."""
    with world.database.read() as session:
        return [
            (
                each.name,
                each.staff_id,
                each.role,
                [(row.table, row.row_id) for row in journal.rows(session, each)],
            )
            for each in session.scalars(select(Done).order_by(Done.id))
        ]


def rename(world: Any, name: str, venue_id: int = 1) -> None:
    """Change a venue, in a unit of that name."""
    with world.database.write(name) as session:
        session.get_one(Venue, venue_id).name = f"{name} {venue_id}"


def test_what_has_a_name_is_put_down_with_its_rows(world: Any) -> None:
    rename(world, "")
    rename(world, "change of Millbrook")
    rename(world, "")

    assert done(world) == [("change of Millbrook", 1, "practitioner", [("venue", 1)])]


def test_nothing_is_put_down_of_what_changed_nothing(world: Any) -> None:
    with world.database.write("change of nothing"):
        pass

    assert done(world) == []


def test_nothing_is_put_down_while_nobody_sits_here(world: Any) -> None:
    world.database.actor = None
    rename(world, "change of Millbrook")

    assert done(world) == []


def test_another_name_may_be_given_as_more_is_known(world: Any) -> None:
    with world.database.write("change of a venue") as session:
        session.get_one(Venue, 1).name = "The Mill"
        journal.call(session, "change of The Mill")

    assert [name for name, *_ in done(world)] == ["change of The Mill"]


def test_a_unit_that_fails_leaves_no_mark(world: Any) -> None:
    name = "change of Millbrook"
    with pytest.raises(KeyError), world.database.write(name) as session:
        session.get_one(Venue, 1).name = "The Mill"
        session.flush()
        raise KeyError

    assert done(world) == []


def test_two_at_a_time_keep_to_their_own_rows(world: Any) -> None:
    """On a server, units about rooms of different places go side by side."""
    with world.database.write("first", room_ids=[1]) as one:
        one.add(need())
        one.flush()
        if world.database.path is None:
            world.database.actor = 2
            with world.database.write("second", room_ids=[4]) as other:
                other.add_all([need(), need()])
        one.add(need())

    told = {name: len(rows) for name, *_, rows in done(world)}
    assert told["first"] == 2
    assert told.get("second", 2) == 2


def need() -> UnmetNeed:
    """Something new for which nothing is read."""
    return UnmetNeed(week=TODAY, set="CH", band="morning", people=3)
