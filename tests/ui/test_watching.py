"""What is looked after whichever page is in front."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.out_scene import FOUR, plan
from tests.world import World
from ui.watching import Watching
from ui.window import Window


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    now = FOUR + timedelta(hours=1)
    yield from sit(qtbot, world.database, world.colleague, tmp_path, now)


def test_the_bar_stands_above_every_page_until_somebody_else_sits_here(
    seat: Sitting, world: World
) -> None:
    plan(world)
    desk = seat.desk
    window = Window(
        [], preferences=desk.preferences, jobs=desk.jobs, undo=desk.undo, now=desk.now
    )
    seat.show(window, 1366, 800)

    watching = Watching(desk, window, desk.jobs)
    seat.rest()

    assert watching.bar.isVisible()
    assert watching.bar.mapTo(window, watching.bar.rect().topLeft()).y() == 0
    assert seat.host.counted == {"today": 0}
    watching.stop()
    assert not watching.bar.isVisible()
