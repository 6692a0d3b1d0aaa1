"""The files that the program opens, cannot open, makes and restores."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests import asking_server, keyrings
from tests.server import Server
from tests.ui import program_scene
from tests.ui.program_scene import LONG, Start, asked, rest, seated
from tests.world import NOW, World
from ui.preferences import LAST_FILE, Preferences
from venues import paths
from venues.database.models import Setting
from venues.domain.people import Role
from venues.services import backups, bookings, daily_backups, starting
from venues.services.staffing import StaffDraft

FIRST = StaffDraft(login="manager.01", name="Manager 01", role=Role.MANAGER)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    file = str(tmp_path / "preferences.ini")
    return Preferences(QSettings(file, QSettings.Format.IniFormat))


@pytest.fixture
def start(
    qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    yield from program_scene.starting(qtbot, preferences, monkeypatch)


def test_a_damaged_database_is_told_in_a_dialog(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "Venues.sqlite"
    path.write_bytes(b"nonsense" * 100)
    program = start(path)

    dialog = asked(qtbot, program)
    assert "not a Venues database, or it is damaged" in dialog.first.sentence.text()
    dialog.first.quit.click()

    assert not program.window.isVisible()


def test_one_from_the_future_is_told_too_and_can_be_tried_again(
    qtbot: QtBot, start: Start, world: World
) -> None:
    path = world.database.path
    world.database.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    program = start(path, "manager.01")
    dialog = asked(qtbot, program)
    assert "newer Venues" in dialog.first.sentence.text()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 1")

    dialog.first.again.click()

    assert seated(qtbot, program).login == "practitioner.04"


def test_the_first_start_makes_a_database_and_signs_in(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = start(tmp_path / "new" / "Venues.sqlite")
    dialog = asked(qtbot, program)
    dialog.first.empty.click()
    dialog.person.form.name.setText("Coordinator 01")
    dialog.person.form.login.setText("coordinator.01")

    dialog.person.start.click()
    seated(qtbot, program)

    assert program.login == "coordinator.01"
    assert program.window.pages.front == "today"


def test_a_file_that_cannot_be_used_leaves_the_present_one_open(
    qtbot: QtBot, start: Start, world: World, tmp_path: Path, preferences: Preferences
) -> None:
    program = seated(qtbot, start(world.database.path, "manager.01"))
    desk = program.desk
    bad = tmp_path / "Bad.sqlite"
    bad.write_bytes(b"nonsense" * 100)

    program.open(bad, "")
    asked(qtbot, program).first.quit.click()

    assert program.desk is desk
    assert program.window.isVisible()
    assert preferences[LAST_FILE] == ""


def test_another_file_takes_its_place_and_is_remembered(
    qtbot: QtBot,
    start: Start,
    world: World,
    template: Path,
    tmp_path: Path,
    preferences: Preferences,
) -> None:
    program = seated(qtbot, start(world.database.path, "manager.01"))
    other = tmp_path / "Other.sqlite"
    shutil.copy(world.database.path, other)

    program.open(other, "board.01")
    qtbot.waitUntil(lambda: program.place == other, timeout=LONG)
    rest(qtbot, program)

    assert program.login == "board.01"
    assert preferences[LAST_FILE] == str(other)
    assert seated(qtbot, start(None)).place == other


def test_without_anything_said_it_is_this_pcs_own_database(
    start: Start, qtbot: QtBot
) -> None:
    program = start(None)

    dialog = asked(qtbot, program)

    assert program.place == paths.database()
    assert str(paths.database()) in dialog.first.sentence.text()


def test_a_backup_is_put_back_and_opened(
    qtbot: QtBot, start: Start, world: World, tmp_path: Path
) -> None:
    copy = backups.back_up(world.database, tmp_path / "copy.sqlite")
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=NOW)
    world.database.close()
    program = seated(qtbot, start(world.database.path, "manager.01"))

    program.restore(copy)
    seated(qtbot, program)

    assert program.desk is not None
    assert backups.inspect(program.place).bookings == 0
    assert "The backup was restored." in program.window.messages.text
    assert len(list(tmp_path.glob("Venues-before-restore-*.sqlite"))) == 1


def test_a_restore_is_undone_by_the_button_beside_what_is_said(
    qtbot: QtBot, start: Start, world: World, tmp_path: Path
) -> None:
    copy = backups.back_up(world.database, tmp_path / "copy.sqlite")
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=NOW)
    world.database.close()
    program = seated(qtbot, start(world.database.path, "manager.01"))
    program.restore(copy)
    seated(qtbot, program)
    assert program.window.messages.action.text() == "Undo"

    program.window.messages.action.click()
    seated(qtbot, program)

    assert backups.inspect(program.place).bookings == 1


def test_sample_data_makes_room_for_whoever_begins_for_real(
    qtbot: QtBot, start: Start, world: World
) -> None:
    with world.database.write() as session:
        session.add(Setting(name="sample", value="yes"))
    world.database.close()
    program = seated(qtbot, start(world.database.path, "manager.01"))

    program.begin_anew()
    dialog = asked(qtbot, program)

    assert dialog.person.isVisible()
    assert "The sample data was removed." in program.window.messages.text
    assert backups.inspect(program.place).venues == 0


def test_a_shared_database_that_asks_for_a_password_is_told_it_and_opens(
    qtbot: QtBot, start: Start, server: Server
) -> None:
    made = server.create("office")
    starting.first_person(made, FIRST, NOW.date())
    with keyrings.in_place(), asking_server.asking(server, made) as address:
        program = start(address)
        dialog = asked(qtbot, program)
        said = dialog.join.fields["password"].complaint
        dialog.join.password.setText(asking_server.RIGHT)

        dialog.join.connect_.click()
        seated(qtbot, program)
        program.window.close()

    assert said == "The server asks for a password."
    assert program.login == "manager.01"
    server.drop(made)


def test_a_backup_is_made_when_the_program_starts(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "manager.01"))

    (made,) = daily_backups.own(world.database.path)
    assert backups.inspect(made.path).rooms == 6
    assert program.window.status.backup.whole().startswith("Backed up ")


def test_a_backup_that_is_damaged_changes_nothing(
    qtbot: QtBot, start: Start, world: World, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"nonsense" * 100)
    world.database.close()
    program = seated(qtbot, start(world.database.path, "manager.01"))

    program.restore(bad)
    seated(qtbot, program)

    assert "damaged" in program.window.messages.text
    assert program.login == "manager.01"


def test_signing_in_needs_a_database(
    qtbot: QtBot, start: Start, world: World, tmp_path: Path
) -> None:
    program = start(tmp_path / "none" / "Venues.sqlite")
    asked(qtbot, program)

    program.sign_in(world.manager)

    assert program.desk is None


def test_closing_lets_go_of_the_file(qtbot: QtBot, start: Start, world: World) -> None:
    world.database.close()
    program = seated(qtbot, start(world.database.path, "manager.01"))

    program.window.close()

    assert not world.database.path.with_name("Venues.sqlite-wal").exists()
