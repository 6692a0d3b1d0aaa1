"""Who may enter and change whom, and who may take work from whom."""

from __future__ import annotations

import pytest

from tests.world import TODAY, World
from venues.database.models import Staff
from venues.domain.people import Role
from venues.errors import NotAllowed
from venues.services.team import permissions


def test_managers_keep_everybody_and_coordinators_those_who_see_little(
    world: World,
) -> None:
    with world.database.read() as session:
        of = {
            viewer.role: permissions.roles(session, viewer, TODAY)
            for viewer in (world.manager, world.coordinator, world.practitioner)
        }

    assert of[Role.MANAGER] == tuple(Role)
    assert of[Role.COORDINATOR] == (Role.PRACTITIONER, Role.VICTIM_WORKER, Role.BOARD)
    assert of[Role.PRACTITIONER] == ()


def test_without_a_manager_a_coordinator_enters_the_first(world: World) -> None:
    with world.database.write() as session:
        session.get_one(Staff, world.manager.staff_id).left_on = TODAY

        assert permissions.roles(session, world.coordinator, TODAY) == tuple(Role)


def test_others_are_told_whom_to_ask(world: World) -> None:
    with world.database.read() as session:
        with pytest.raises(NotAllowed, match=r"Ask a manager for the others\.$"):
            permissions.check(session, world.coordinator, Role.MANAGER, TODAY)
        with pytest.raises(NotAllowed, match=r"^Staff are entered by"):
            permissions.check(session, world.practitioner, Role.BOARD, TODAY)
    with pytest.raises(NotAllowed, match=r"^Only a manager"):
        permissions.check_manager(world.coordinator)


@pytest.mark.parametrize(
    ("giver", "takers"),
    [
        (Role.PRACTITIONER, {Role.PRACTITIONER, Role.VICTIM_WORKER, Role.MANAGER}),
        (Role.VICTIM_WORKER, {Role.VICTIM_WORKER, Role.MANAGER}),
        (Role.COORDINATOR, set(Role) - {Role.BOARD}),
        (Role.MANAGER, {Role.MANAGER}),
        (Role.BOARD, {Role.MANAGER}),
    ],
)
def test_work_goes_to_those_who_may_do_it(giver: Role, takers: set[Role]) -> None:
    assert {
        taker for taker in Role if permissions.may_take_from(giver, taker)
    } == takers
