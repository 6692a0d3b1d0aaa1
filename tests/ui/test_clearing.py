"""What is kept no longer goes once the first page is there, and nobody has to wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.aged import Aged, now, rows, utc
from tests.world import World
from ui import clearing
from venues.database.models import History


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, now())


def days(world: World) -> int:
    (found,) = rows(world.database.path, "SELECT count(*) FROM retention")
    return int(found[0])


def test_it_is_done_for_whoever_sits_here(seat: Sitting, world: World) -> None:
    seat.desk.undo.references[9] = "WA-30009"

    clearing.begin(seat.desk)
    seat.rest()

    assert days(world) == 1
    assert seat.desk.undo.references


def test_references_that_are_kept_for_a_redo_are_forgotten_too(
    seat: Sitting, world: World
) -> None:
    Aged(world).case(13)
    seat.desk.undo.references[9] = "WA-30009"

    clearing.begin(seat.desk)
    seat.rest()

    assert seat.desk.undo.references == {}


def test_a_wrong_clock_is_left_to_settings(seat: Sitting, world: World) -> None:
    with world.database.write() as session:
        at = utc() + timedelta(days=9)
        session.add(History(at=at, table="case", row_id=1, action="changed"))

    clearing.begin(seat.desk)
    seat.rest()

    assert days(world) == 0
    assert seat.host.said == []
