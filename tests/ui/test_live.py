"""Another program's change is on the screen by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.relay import Relay
from tests.ui.program_scene import Start, rest, seated, starting
from tests.ui.sitting import Sitting, sit
from tests.world import NOW, World
from ui.live import Live
from ui.preferences import Preferences
from ui.program import Program
from venues.database.models import Venue
from venues.database.session import Database
from venues.services import bookings

SOON = 2_000
"""Milliseconds within which it is there."""


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def test_what_another_program_booked_is_told_within_two_seconds(
    seat: Sitting, world: World
) -> None:
    live = Live(seat.desk, seat.desk.jobs)
    other = Database(world.database.path)

    told = seat.qtbot.waitSignal(seat.desk.changes.committed, timeout=SOON)
    with told, other.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=NOW)
    other.close()

    assert {"booking", "hold", "worker"} <= told.args[0]
    live.stop()


def test_nothing_is_looked_at_once_it_has_stopped(seat: Sitting, world: World) -> None:
    live = Live(seat.desk, seat.desk.jobs)

    live.stop()
    live.look()

    world.database.close()
    assert not world.database.path.with_name("Venues.sqlite-wal").exists()


@pytest.fixture
def start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    file = str(tmp_path / "program.ini")
    kept = Preferences(QSettings(file, QSettings.Format.IniFormat))
    yield from starting(qtbot, kept, monkeypatch)


def test_what_is_typed_chosen_and_scrolled_to_stays_when_another_program_saves(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "manager.01"))
    program.show_page("find")
    program.show_page("venues")
    rest(qtbot, program)
    find: Any = program.window.page("find")
    venues: Any = program.window.page("venues")
    find.form.near.setText("WA2")
    venues.list.search.setText("o")
    venues.list.search.setCursorPosition(0)
    venues.list.choose_first()
    rest(qtbot, program)
    chosen = venues.list.table.current()
    assert chosen is not None

    told = qtbot.waitSignal(program.changes.committed, timeout=SOON)
    with told, world.database.write() as session:
        venue = session.get_one(Venue, 2)
        venue.arrival = "Ring the bell."
    rest(qtbot, program)

    assert "venue" in told.args[0]
    assert find.form.near.text() == "WA2"
    assert venues.list.search.text() == "o"
    assert venues.list.table.current().id == chosen.id


def test_what_another_pc_booked_is_on_the_screen_within_two_seconds(
    qtbot: QtBot, wired: tuple[Relay, Program], world: World
) -> None:
    _relay, program = wired
    desk = program.desk
    assert desk is not None
    other = Database(desk.database.place)

    told = qtbot.waitSignal(desk.changes.committed, timeout=SOON)
    with told, other.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=NOW)
    other.close()

    assert {"booking", "hold", "worker"} <= told.args[0]
