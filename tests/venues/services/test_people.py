"""Who works here."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import update

from venues.database.models import Staff
from venues.domain.people import Role
from venues.errors import NotFound
from venues.services import people

TODAY = date(2026, 11, 23)


def test_everybody_who_has_not_left_by_name(world: Any) -> None:
    with world.database.write() as session:
        session.get(Staff, 2).left_on = TODAY

    with world.database.read() as session:
        names = [person.name for person in people.staff(session, TODAY)]

    assert names == sorted(names)
    assert len(names) == 5


def test_whoever_signs_in_is_known_by_role(world: Any) -> None:
    with world.database.read() as session:
        viewer = people.viewer(session, " Manager.01 ", TODAY)

    assert (viewer.role, viewer.staff_id) == (Role.MANAGER, 5)
    assert viewer.owns == frozenset({5})


def test_acting_for_somebody_counts_from_its_day(world: Any) -> None:
    with world.database.read() as session:
        before = people.viewer(session, "practitioner.05", TODAY)
        after = people.viewer(session, "practitioner.05", date(2027, 1, 1))

    assert before.acts_for == frozenset()
    assert after.acts_for == frozenset({1})


@pytest.mark.parametrize("login", ["nobody", "practitioner.04"])
def test_unknown_or_left_is_nobody_here(world: Any, login: str) -> None:
    with world.database.write() as session:
        session.get(Staff, 1).left_on = TODAY

    with (
        pytest.raises(NotFound, match="Nobody here"),
        world.database.read() as session,
    ):
        people.staff_id(session, login, TODAY)


def test_this_pc_remembers_who_sat_here_else_takes_the_first(world: Any) -> None:
    with world.database.read() as session:
        last = people.at_this_pc(session, "manager.01", TODAY)
        first = people.at_this_pc(session, "gone", TODAY)

    assert last.login == "manager.01"
    assert first.login == "practitioner.04"


def test_without_staff_it_asks_for_ones_own_name(world: Any) -> None:
    with world.database.write() as session:
        session.execute(update(Staff).values(left_on=date(2026, 1, 1)))

    with (
        pytest.raises(NotFound, match="Start with your own name"),
        world.database.read() as session,
    ):
        people.at_this_pc(session, "", TODAY)


def test_logins_are_known_of_those_who_left_too(world: Any) -> None:
    with world.database.write() as session:
        session.get(Staff, 2).left_on = TODAY

    with world.database.read() as session:
        logins = people.logins(session)

    assert logins[2] == "practitioner.05"
    assert len(logins) == 6
