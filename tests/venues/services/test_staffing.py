"""Entering staff: the first person, and everybody after them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.world import TODAY, World
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed, WrongInput
from venues.services import people, staffing
from venues.services.staffing import StaffDraft

DRAFT = StaffDraft(
    login=" Practitioner.17 ",
    name="Practitioner  17",
    role=Role.PRACTITIONER,
    authority="WAR",
    ask_for="Community Team",
)
FIRST = StaffDraft(login="coordinator.01", name="Coordinator", role=Role.COORDINATOR)


def add(database: Database, viewer: Viewer | None, **changed: Any) -> Viewer:
    draft = replace(DRAFT if viewer else FIRST, **changed)
    with database.write() as session:
        return staffing.add(session, viewer, draft, today=TODAY)


def test_a_colleague_can_sign_in_from_then_on(world: World) -> None:
    added = add(world.database, world.coordinator)

    assert (added.login, added.name, added.role) == (
        "practitioner.17",
        "Practitioner 17",
        Role.PRACTITIONER,
    )
    assert added.authority_id == 1
    with world.database.read() as session:
        assert people.viewer(session, "Practitioner.17", TODAY) == added


def test_without_an_authority_they_work_for_all(world: World) -> None:
    assert add(world.database, world.manager, authority="").authority_id is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"login": "  "}, "login"),
        ({"login": "x" * 61}, "login"),
        ({"login": "PRACTITIONER.04"}, "login"),
        ({"name": ""}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"ask_for": "x" * 61}, "ask_for"),
        ({"authority": "KEN"}, "authority"),
    ],
)
def test_what_cannot_be_used_names_its_field(
    world: World, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as trouble:
        add(world.database, world.coordinator, **changed)

    assert trouble.value.field == field
    with world.database.read() as session:
        assert len(people.staff(session, TODAY)) == 6


def test_others_may_not_enter_staff(world: World) -> None:
    for viewer in (world.practitioner, world.victim_worker, world.board):
        with pytest.raises(NotAllowed, match="coordinators and managers"):
            add(world.database, viewer)


def test_the_first_person_enters_themselves(database: Database) -> None:
    assert add(database, None).role is Role.COORDINATOR


def test_nobody_is_first_where_somebody_works(world: World) -> None:
    with pytest.raises(NotAllowed, match="entered as staff already"):
        add(world.database, None, login="coordinator.09")


def test_the_first_person_can_enter_the_others(database: Database) -> None:
    with pytest.raises(WrongInput, match="coordinator or a manager") as trouble:
        add(database, None, role=Role.PRACTITIONER)

    assert trouble.value.field == "role"
