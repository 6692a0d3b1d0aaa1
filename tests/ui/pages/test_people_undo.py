"""Changes of people go back and forth, each with the version that is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import TODAY, World
from ui.pages.people_undo import Step, change, leave
from venues.services.team import members
from venues.services.team.members import Member


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def stored(world: World) -> Member:
    with world.database.read() as session:
        return members.member(session, 1)


def test_a_change_goes_back_and_forth(seat: Sitting, world: World) -> None:
    before = stored(world)
    wanted = replace(before.draft, agency="Health")
    step = Step(seat.desk, before, change, before.draft, wanted)

    for move, agency in ((step.again, "Health"), (step.back, "")) * 2:
        move()
        assert stored(world).draft.agency == agency


def test_leaving_goes_back_and_forth(seat: Sitting, world: World) -> None:
    step = Step(seat.desk, stored(world), leave, None, TODAY)

    step.again()
    assert stored(world).left_on == TODAY
    step.back()
    assert stored(world).left_on is None
