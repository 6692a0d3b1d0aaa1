"""The staff list; changing somebody, leaving and coming back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.world import TODAY, World
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import people
from venues.services.team import members
from venues.services.team.members import Member

FRIDAY = date(2026, 11, 27)


def opened(world: World, login: str) -> Member:
    with world.database.read() as session:
        return members.by_login(session, login, world.manager)


def change(world: World, by: Viewer, whose: str, **changed: Any) -> Member:
    one = opened(world, whose)
    with world.database.write() as session:
        draft = replace(one.draft, **changed)
        return members.change(session, by, one, draft, today=TODAY)


def leave(world: World, by: Viewer, login: str, on: date | None) -> Member:
    one = opened(world, login)
    with world.database.write() as session:
        return members.leave(session, by, one, on, today=TODAY)


def test_everybody_is_listed_by_name_for_those_who_keep_staff(world: World) -> None:
    with world.database.read() as session:
        found = members.everybody(session, world.coordinator)
        with pytest.raises(NotAllowed):
            members.everybody(session, world.practitioner)

    assert [each.draft.login for each in found][:3] == [
        "board.01",
        "coordinator.01",
        "manager.01",
    ]
    assert found[0].draft.authority == "WAR"


def test_all_of_somebody_can_be_changed(world: World) -> None:
    changed = change(
        world,
        world.manager,
        "practitioner.04",
        name="Practitioner 40",
        login="practitioner.40",
        role=Role.VICTIM_WORKER,
        authority="",
        agency="Health",
        work_phone="01925 000000",
        ask_for="Bridge Team",
        duty_manager=True,
    )

    assert opened(world, "practitioner.40") == changed
    assert changed.draft.agency == "Health"
    assert changed.draft.duty_manager
    with world.database.read() as session:
        viewer = people.viewer(session, "practitioner.40", TODAY)
        assert (viewer.role, viewer.authority_id) == (Role.VICTIM_WORKER, None)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"login": "practitioner.05"}, "login"),
        ({"name": " "}, "name"),
        ({"ask_for": "Victim team"}, "ask_for"),
        ({"agency": "x" * 61}, "agency"),
        ({"work_phone": "x" * 61}, "work_phone"),
        ({"authority": "KEN"}, "authority"),
    ],
)
def test_what_cannot_be_used_names_its_field(
    world: World, changed: dict[str, Any], field: str
) -> None:
    before = opened(world, "practitioner.04")

    with pytest.raises(WrongInput) as trouble:
        change(world, world.manager, "practitioner.04", **changed)

    assert trouble.value.field == field
    assert opened(world, "practitioner.04") == before


def test_a_coordinator_gives_nobody_more_than_they_may_give(world: World) -> None:
    with pytest.raises(NotAllowed, match=r"Ask a manager for the others\.$"):
        change(world, world.coordinator, "practitioner.04", role=Role.MANAGER)
    with pytest.raises(NotAllowed):
        change(world, world.coordinator, "manager.01", name="Somebody")
    with pytest.raises(WrongInput) as trouble:
        change(world, world.coordinator, "practitioner.04", duty_manager=True)
    assert trouble.value.field == "duty_manager"


def test_a_coordinator_may_change_their_own_phone_but_not_their_role(
    world: World,
) -> None:
    own = change(world, world.coordinator, "coordinator.01", work_phone="01925 1")

    assert own.draft.work_phone == "01925 1"
    with pytest.raises(NotAllowed):
        change(world, world.coordinator, "coordinator.01", role=Role.MANAGER)


def test_two_people_change_somebody_at_once(world: World) -> None:
    one = opened(world, "practitioner.04")
    change(world, world.manager, "practitioner.04", agency="Health")

    with world.database.write() as session, pytest.raises(Stale, match="meanwhile"):
        members.change(session, world.manager, one, one.draft, today=TODAY)


def test_whoever_leaves_signs_in_until_the_day_before(world: World) -> None:
    gone = leave(world, world.coordinator, "practitioner.04", FRIDAY)

    assert gone.standing(TODAY) == "Leaves 27 November"
    assert gone.standing(date(2027, 1, 1)) == "Left 27 November 2026"
    assert gone.works_on(date(2026, 11, 26))
    with world.database.read() as session:
        assert people.viewer(session, "practitioner.04", TODAY)
        with pytest.raises(NotFound):
            people.viewer(session, "practitioner.04", FRIDAY)


def test_they_can_come_back(world: World) -> None:
    leave(world, world.manager, "practitioner.04", TODAY)

    back = leave(world, world.manager, "practitioner.04", None)

    assert back.standing(TODAY) == "Works here"
    with world.database.read() as session:
        assert people.viewer(session, "practitioner.04", TODAY)


def test_the_last_manager_stays_one(world: World) -> None:
    with pytest.raises(WrongInput, match=r"^Manager 01 is the only manager") as trouble:
        leave(world, world.manager, "manager.01", FRIDAY)
    assert trouble.value.field == "on"
    with pytest.raises(WrongInput) as trouble:
        change(world, world.manager, "manager.01", role=Role.BOARD)
    assert trouble.value.field == "role"

    change(world, world.manager, "practitioner.05", role=Role.MANAGER)
    assert leave(world, world.manager, "manager.01", FRIDAY).left_on == FRIDAY
    with pytest.raises(WrongInput):
        leave(world, world.manager, "practitioner.05", FRIDAY)


def test_nobody_is_found_by_a_login_that_nobody_has(world: World) -> None:
    with world.database.read() as session:
        with pytest.raises(NotFound, match="“nobody”"):
            members.by_login(session, "nobody", world.manager)
        with pytest.raises(NotFound):
            members.member(session, 99)


def test_on_a_server_somebody_else_lets_them_sign_in(world: World) -> None:
    with world.database.read() as session:
        one = members.member(session, world.colleague.staff_id)

    assert members.welcome(one, shared=False) == (
        "Practitioner 05 can sign in as practitioner.05 now."
    )
    assert members.welcome(one, shared=True).endswith(
        "lets practitioner.05 sign in: shared add-person."
    )
