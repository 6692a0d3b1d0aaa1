"""The work behind "what if": one piece at a time, and stopped when nobody waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.what_if.scene import NOVEMBER, need
from tests.world import World
from ui.pages.what_if_work import WhatIfWork


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def test_what_is_stopped_tells_nothing(seat: Sitting, world: World) -> None:
    need(world)
    work, heard = WhatIfWork(seat.desk, seat.desk.jobs), []
    work.told.connect(heard.append)
    work.ranked.connect(heard.append)

    work.rank(NOVEMBER, None)
    work.replay(NOVEMBER, None, ())
    work.stop()
    seat.rest()

    assert heard == []
    assert not work.busy


def test_the_newest_wish_counts(seat: Sitting, world: World) -> None:
    need(world)
    work, told, ranked = WhatIfWork(seat.desk, seat.desk.jobs), [], []
    work.told.connect(told.append)
    work.ranked.connect(ranked.append)

    work.rank(NOVEMBER, None)
    work.replay(NOVEMBER, None, ())
    seat.rest()

    assert ranked == []
    assert [each.headline for each in told] == ["0 of 1 needs and searches solved."]
