"""A quarter of an hour more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.longer import Longer
from venues.services import bookings, today
from venues.services.today import Appointment

NOW = datetime(2026, 11, 26, 15, 40)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, NOW)


def mine(world: World) -> Appointment:
    with world.database.read() as session:
        return today.read(session, world.practitioner, NOW).appointments[0]


@pytest.fixture
def running(world: World) -> Appointment:
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=world.now)
    return mine(world)


def ask(qtbot: QtBot, seat: Sitting, running: Appointment) -> str:
    owner = QObject()
    longer = Longer(seat.desk, owner)
    with qtbot.waitSignal(longer.ended) as ended:
        longer.start(running)
    return str(ended.args[0])


def test_it_ends_later_and_can_be_undone_and_done_again(
    qtbot: QtBot, seat: Sitting, world: World, running: Appointment
) -> None:
    assert ask(qtbot, seat, running) == ""
    assert mine(world).seen.ends == NOW.replace(hour=16, minute=15)

    seat.desk.undo.undo()
    seat.rest()
    assert mine(world).seen.ends == NOW.replace(hour=16, minute=0)

    seat.desk.undo.redo()
    seat.rest()
    assert mine(world).seen.ends == NOW.replace(hour=16, minute=15)


def test_what_somebody_changed_meanwhile_is_not_written_over(
    qtbot: QtBot, seat: Sitting, world: World, running: Appointment
) -> None:
    ask(qtbot, seat, running)

    said = ask(qtbot, seat, running)

    assert "Somebody else changed this booking" in said
    assert mine(world).seen.ends == NOW.replace(hour=16, minute=15)


def test_a_closing_hour_is_a_refusal(qtbot: QtBot, seat: Sitting, world: World) -> None:
    with world.database.write() as session:
        late = world.request(hour=19)
        bookings.book(session, late, world.practitioner, now=world.now)
    seat.at(NOW.replace(hour=19))

    assert "closed" in ask(qtbot, seat, mine(world))
