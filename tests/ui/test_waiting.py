"""The number beside Today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.waiting import Waiting
from venues.database.models import Setting
from venues.services import bookings


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def book(world: World) -> None:
    with world.database.write() as session:
        bookings.book(
            session, world.request(references=()), world.practitioner, now=world.now
        )


def test_it_counts_at_once_and_again_when_something_changes(
    seat: Sitting, world: World
) -> None:
    Waiting(seat.desk, seat.desk.jobs)
    seat.rest()
    assert seat.host.counted == {"today": 0}

    book(world)
    seat.rest()

    assert seat.host.counted == {"today": 1}


def test_what_does_not_bear_on_it_is_not_counted_again(
    seat: Sitting, world: World
) -> None:
    Waiting(seat.desk, seat.desk.jobs)
    seat.rest()
    seat.host.counted.clear()

    with world.database.write() as session:
        session.add(Setting(name="marking", value="OFFICIAL"))
    seat.rest()

    assert seat.host.counted == {}


def test_once_somebody_else_sits_here_it_is_silent(seat: Sitting, world: World) -> None:
    waiting = Waiting(seat.desk, seat.desk.jobs)
    waiting.stop()
    seat.rest()

    book(world)
    seat.rest()

    assert seat.host.counted == {}
