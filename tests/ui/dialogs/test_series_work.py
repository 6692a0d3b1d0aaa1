"""What the form of a series asks the services."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import OAK, World
from ui.dialogs.series_work import acceptable
from venues.database.models import Setting
from venues.services.series.opened import Scope


def test_only_warnings_are_to_be_ticked(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[1], OAK)

    found = changes.look(world, first, Scope.ALL, room_ids=(OAK,))

    assert found.refused
    assert acceptable(found) == []


@pytest.mark.parametrize("number", [2, 4])
def test_a_warning_of_several_dates_is_ticked_once(world: World, number: int) -> None:
    ids = changes.ids(world)
    with world.database.write() as session:
        session.scalars(
            select(Setting).where(Setting.name == "late_from")
        ).one().value = "15:30"

    found = changes.look(world, ids[4 - number], Scope.LATER, people=4)

    rules = [each.rule for each in acceptable(found)]
    assert len(rules) == len(set(rules))
    assert rules
