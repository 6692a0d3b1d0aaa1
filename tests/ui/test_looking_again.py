"""What the calendar brought about is looked for in the background."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.reviews.scene import book, close, read
from tests.world import World
from ui import looking_again
from ui.jobs import Job, Lane
from venues.services import bookings, settings
from venues.services.rehousing import telling


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def test_what_is_found_stands_on_the_list_and_is_told(
    seat: Sitting, world: World
) -> None:
    booking = book(world)
    close(world)
    heard: list[frozenset[str]] = []
    seat.desk.changes.committed.connect(heard.append)
    failed: list[Exception] = []

    looking_again.begin(seat.desk, failed.append)
    seat.rest()

    (item,) = read(world)
    assert item.seen.booking_id == booking
    assert "review" in heard[-1]
    assert failed == []


def test_what_is_due_is_released_where_that_is_set(seat: Sitting, world: World) -> None:
    with world.database.write() as session:
        settings.save(session, world.manager, {"provisional_due": "release"})
        bookings.book(
            session, world.request(references=()), world.practitioner, now=world.now
        )
    seat.at(datetime(2026, 11, 25, 8))

    looking_again.begin(seat.desk, seat.desk.jobs.unexpected.emit)
    seat.rest()

    with world.database.read() as session:
        (one,) = telling.read(session, world.practitioner, seat.desk.now())
    assert one.released


def test_it_is_long_work_that_the_window_shows(seat: Sitting) -> None:
    begun: list[Job] = []
    seat.desk.jobs.started.connect(begun.append)

    looking_again.begin(seat.desk, seat.desk.jobs.unexpected.emit)

    (job,) = begun
    assert (job.title, job.lane) == (looking_again.TITLE, Lane.LONG)
