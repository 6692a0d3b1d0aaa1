"""Noting what happens while somebody is out, off the interface's thread."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.out_scene import FOUR, alerts, plan, row, seen
from tests.world import World
from ui.outing_work import CHECK_OUT, MORE, RANG, OutingWork

LATE = FOUR + timedelta(minutes=45)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.colleague, tmp_path, LATE)


def test_a_call_is_noted_and_taken_back(seat: Sitting, world: World) -> None:
    plan(world)
    (out,) = seen(world, world.colleague)

    OutingWork(seat.desk, QObject(seat.owner())).note(RANG, out)
    seat.rest()

    assert seat.host.said == ["Noted. You are reminded again in 15 minutes. [Undo]"]
    assert alerts(world, world.colleague, LATE) == ()
    assert seat.desk.undo.undo_name == "Undo note of a call"
    seat.desk.undo.undo()
    seat.rest()
    assert len(alerts(world, world.colleague, LATE)) == 1


def test_more_time_says_until_when(seat: Sitting, world: World) -> None:
    planned = plan(world)
    (out,) = seen(world, world.colleague)

    OutingWork(seat.desk, QObject(seat.owner())).note(MORE, out)
    seat.rest()

    assert row(world, planned).check_out == LATE + timedelta(minutes=15)
    assert seat.host.said == ["Check-out is due at 5pm. [Undo]"]


def test_what_cannot_be_noted_says_why(
    seat: Sitting, world: World, qtbot: QtBot
) -> None:
    plan(world)
    (out,) = seen(world, world.colleague)
    work = OutingWork(seat.desk, QObject(seat.owner()))
    work.note(CHECK_OUT, out)
    seat.rest()

    with qtbot.waitSignal(work.ended) as ended:
        work.note(CHECK_OUT, out)

    assert ended.args == ["They have checked out already."]
