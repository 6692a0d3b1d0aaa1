"""Putting a date back, off the interface's thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from tests.ui.pages.today_scene import TEN
from tests.ui.sitting import Sitting, sit
from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import World
from ui.putting_back import PuttingBack, when
from venues.database.models import ClosedDay
from venues.services.series import putting_back
from venues.services.series.planning import Otherwise
from venues.services.series.putting_back import Free


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, TEN)


@pytest.fixture
def free(world: World) -> Free:
    scene.close(world, THURSDAYS[1])
    scene.book(world, otherwise=(Otherwise.LEAVE_OUT,))
    with world.database.write() as session:
        session.execute(delete(ClosedDay).where(ClosedDay.day == THURSDAYS[1]))
    with world.database.read() as session:
        (found,) = putting_back.free(session, world.practitioner, world.now)
    return found


def test_one_is_booked_at_a_time(
    qtbot: QtBot, world: World, seat: Sitting, free: Free
) -> None:
    owner = QObject()
    work = PuttingBack(seat.desk, owner)

    with qtbot.waitSignal(work.ended) as ended:
        work.start(free)
        work.start(free)

    assert ended.args == [""]
    assert scene.counts(world) == (4, 4)
    assert when(free) == "Thursday 3 December 2026, 3pm to 4pm"


def test_our_own_mistakes_are_raised(qtbot: QtBot, seat: Sitting) -> None:
    owner = QObject()
    work = PuttingBack(seat.desk, owner)

    with pytest.raises(KeyError):
        work._failed(KeyError("x"))  # noqa: SLF001 - as the job tells it


def test_it_is_undone_by_name_and_left_out_again(
    qtbot: QtBot, world: World, seat: Sitting, free: Free
) -> None:
    owner = QObject()
    work = PuttingBack(seat.desk, owner)
    with qtbot.waitSignal(work.ended):
        work.start(free)
    assert seat.desk.undo.undo_name == "Undo putting back Willow Room on 3 December"

    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.undo()
    with world.database.read() as session:
        assert putting_back.free(session, world.practitioner, world.now) == (free,)

    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.redo()
    with world.database.read() as session:
        assert putting_back.free(session, world.practitioner, world.now) == ()
