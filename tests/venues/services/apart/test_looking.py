"""Each look is written down as it is given."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import CHILD, FIRST, SECOND
from venues.errors import NotAllowed, WrongInput
from venues.services.apart import looking


def test_a_partner_is_shown_and_the_look_written_down(world: Any) -> None:
    link_id = scene.link(world)

    with world.database.write() as session:
        found = looking.partner(session, link_id, world.coordinator)

    assert (found.first, found.second) == (FIRST, SECOND)
    assert scene.looks(world) == [(world.coordinator.staff_id, "link", link_id)]


def test_a_case_is_opened_by_its_key_or_its_reference(world: Any) -> None:
    with world.database.write() as session:
        one = looking.case(session, CHILD, world.manager)
        other = looking.by_reference(session, "wa20417", world.manager)

    assert one == other
    assert scene.looks(world) == [(world.manager.staff_id, "case", CHILD)] * 2


def test_nobody_else_looks(world: Any) -> None:
    link_id = scene.link(world)

    with world.database.write() as session:
        with pytest.raises(NotAllowed):
            looking.partner(session, link_id, world.practitioner)
        with pytest.raises(NotAllowed):
            looking.case(session, CHILD, world.victim_worker)
        with pytest.raises(NotAllowed):
            looking.by_reference(session, FIRST, world.practitioner)

    assert scene.looks(world) == []


def test_a_reference_that_is_not_there_leaves_no_look(world: Any) -> None:
    with world.database.write() as session, pytest.raises(WrongInput):
        looking.by_reference(session, "WA-29999", world.manager)

    assert scene.looks(world) == []
