"""Who may see and change what keeps people apart."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from venues.errors import NotAllowed
from venues.services.apart import access

OTHERS = ("practitioner", "victim_worker", "board")


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_but_coordinators_and_managers_gets_in(world: Any, who: str) -> None:
    with pytest.raises(NotAllowed, match="Only a coordinator or a manager"):
        access.check(getattr(world, who))


def test_coordinators_and_managers_get_in(world: Any) -> None:
    assert access.check(world.coordinator) is None
    assert access.check(world.manager) is None


def test_some_things_are_for_managers_alone(world: Any) -> None:
    assert access.check_manager(world.manager) is None
    with pytest.raises(NotAllowed, match="Only a manager"):
        access.check_manager(world.coordinator)


def test_a_look_says_who_looked_at_what(world: Any) -> None:
    with world.database.write() as session:
        access.record(session, world.coordinator, "link", 7)

    assert scene.looks(world) == [(world.coordinator.staff_id, "link", 7)]
