"""What a page is handed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def test_somebody_else_may_sit_at_the_same_desk(seat: Sitting, world: World) -> None:
    theirs = seat.desk.for_viewer(world.manager)

    assert theirs.viewer == world.manager
    assert seat.desk.viewer == world.practitioner
    assert theirs.database is seat.desk.database


def test_nobody_rearranges_it(seat: Sitting, world: World) -> None:
    with pytest.raises(FrozenInstanceError):
        seat.desk.viewer = world.manager  # type: ignore[misc]
