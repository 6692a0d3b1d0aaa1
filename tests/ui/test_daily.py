"""A backup, then forgetting, once a day for as long as somebody sits here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.aged import now, rows
from tests.world import World
from ui.daily import Daily
from venues.services import daily_backups


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, now())


def made(world: World) -> list[str]:
    return [each.path.name for each in daily_backups.own(world.database.path)]


def cleared(world: World) -> int:
    return len(rows(world.database.path, "SELECT day FROM retention"))


def test_it_is_done_at_the_start_and_again_on_the_next_day(
    seat: Sitting, world: World
) -> None:
    daily = Daily(seat.desk, seat.desk.jobs)
    seat.rest()
    daily.look()
    seat.rest()
    assert made(world) == [f"Venues {seat.clock[0]:%Y-%m-%d %H%M}.sqlite"]
    assert cleared(world) == 1

    seat.at(seat.clock[0] + timedelta(days=1))
    daily.look()
    seat.rest()

    assert len(made(world)) == 2
    assert cleared(world) == 2


def test_a_backup_that_cannot_be_made_is_said_once_and_tried_again(
    seat: Sitting, world: World
) -> None:
    folder = daily_backups.folder(world.database.path)
    folder.write_text("in the way")

    daily = Daily(seat.desk, seat.desk.jobs)
    seat.rest()
    daily.look()
    seat.rest()

    (said,) = seat.host.said
    assert said.startswith("No backup was made today. The folder ")
    folder.unlink()
    daily.look()
    seat.rest()
    assert len(made(world)) == 1
