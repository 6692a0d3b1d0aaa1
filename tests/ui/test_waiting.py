"""The number beside Today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.reviews import scene
from tests.world import World
from ui import looking_again
from ui.waiting import Waiting
from venues.database.models import Setting
from venues.database.session import Database
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


def test_what_a_day_brought_about_is_looked_for_once_that_day(
    seat: Sitting, world: World
) -> None:
    scene.book(world)
    scene.close(world)
    titles: list[str] = []
    seat.desk.jobs.started.connect(lambda job: titles.append(job.title))
    waiting = Waiting(seat.desk, seat.desk.jobs)
    seat.rest()
    assert len(scene.read(world)) == 1

    waiting._timer.timeout.emit()  # noqa: SLF001 - ten minutes are over
    seat.rest()
    assert titles.count(looking_again.TITLE) == 1

    seat.at(world.now + timedelta(days=1))
    waiting._timer.timeout.emit()  # noqa: SLF001
    seat.rest()
    assert titles.count(looking_again.TITLE) == 2


def test_while_somebody_else_saves_it_is_left_for_later(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    scene.book(world)
    scene.close(world)
    hasty = Database(world.database.path, wait=0.1)
    for seat in sit(qtbot, hasty, world.practitioner, tmp_path):
        with world.database.write() as session:
            session.add(Setting(name="marking", value="OFFICIAL"))
            session.flush()
            waiting = Waiting(seat.desk, seat.desk.jobs)
            seat.rest()
        assert scene.read(world) == ()

        waiting._timer.timeout.emit()  # noqa: SLF001 - ten minutes are over
        seat.rest()

        assert len(scene.read(world)) == 1
    hasty.close()


def test_what_is_stopped_is_not_begun_again_that_day(
    seat: Sitting, world: World
) -> None:
    scene.book(world)
    scene.close(world)
    seat.desk.jobs.started.connect(lambda job: job.cancel() if job.title else None)
    waiting = Waiting(seat.desk, seat.desk.jobs)
    seat.rest()

    waiting._timer.timeout.emit()  # noqa: SLF001 - ten minutes are over
    seat.rest()

    assert scene.read(world) == ()
