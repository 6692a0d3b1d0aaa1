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
from ui.overdue import BLANK
from ui.watching import Watching
from ui.widgets.cover import INVITATION, Cover
from ui.window import Window
from venues.services import outing_marks


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


def test_a_blank_screen_says_that_somebody_is_missing_but_not_who(
    seat: Sitting, world: World
) -> None:
    planned = plan(world)
    desk = seat.desk
    window = Window(
        [], preferences=desk.preferences, jobs=desk.jobs, undo=desk.undo, now=desk.now
    )
    seat.show(window, 900, 600)
    watching = Watching(desk, window, desk.jobs)
    seat.rest()

    window.blank()

    (cover,) = window.findChildren(Cover)
    assert cover.accessibleName() == f"Venues. {BLANK} {INVITATION}"
    cover.grab()
    with world.database.write() as session:
        outing_marks.check_out(session, world.colleague, planned, now=desk.now())
    seat.rest()
    assert cover.accessibleName() == f"Venues. {INVITATION}"
    watching.stop()
