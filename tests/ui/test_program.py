"""The whole program: the window first, then the database, then whoever sits here."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.world import NOW, World
from ui.dialogs.opening import OpeningDialog
from ui.jobs import Job
from ui.preferences import LAST_PAGE, Preferences
from ui.program import LAST_FILE, Program
from venues import paths
from venues.domain.people import Role, Viewer
from venues.gazetteer import Gazetteer
from venues.services import backups, bookings, people, sample

ROOT = Path(__file__).parents[2]
LONG = 30_000  # milliseconds: the first start loads everything
ALL = ["today", "find", "schedule", "venues", "settings", "help"]

Start = Callable[..., Program]


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    file = str(tmp_path / "preferences.ini")
    return Preferences(QSettings(file, QSettings.Format.IniFormat))


@pytest.fixture
def start(
    qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Start the program on a file; the list of postcodes is not what is tried here."""
    monkeypatch.setattr(Gazetteer, "open", lambda **_: Gazetteer.__new__(Gazetteer))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made: list[Program] = []

    def begin(path: Path | None, login: str = "") -> Program:
        program = Program(app, preferences, path, login, now=lambda: NOW)
        made.append(program)
        with qtbot.waitExposed(program.window):
            program.start()
        return program

    yield begin
    for program in made:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


def seated(qtbot: QtBot, program: Program) -> Program:
    """Wait until somebody sits before it."""
    qtbot.waitUntil(lambda: program.desk is not None, timeout=LONG)
    rest(qtbot, program)
    return program


def rest(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is under way any more."""
    qtbot.waitUntil(lambda: not program.jobs.findChildren(Job), timeout=LONG)
    QApplication.processEvents()


def asked(qtbot: QtBot, program: Program) -> OpeningDialog:
    """The dialog about a file that cannot simply be opened."""
    qtbot.waitUntil(lambda: bool(dialogs(program)), timeout=LONG)
    return dialogs(program)[0]


def dialogs(program: Program) -> list[OpeningDialog]:
    found = program.window.findChildren(OpeningDialog)
    return [each for each in found if each.isVisible()]


def pages(program: Program) -> list[str]:
    """The pages that the rail offers."""
    return [key for key in ALL if program.window.pages.entry(key) is not None]


def test_every_page_opens_for_every_role(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "practitioner.04"))
    viewers = [world.practitioner, world.victim_worker, world.coordinator]
    viewers += [world.manager, world.board]

    for viewer in viewers:
        program.sign_in(viewer)
        expected = ["settings", "help"] if viewer.role is Role.BOARD else ALL
        assert pages(program) == expected
        for key in expected:
            program.show_page(key)
            rest(qtbot, program)
            assert program.window.pages.front == key
        status = program.window.status.signed_in.whole()
        assert status.startswith(f"Signed in as {viewer.login} ")
    program.show_page("find")
    assert program.window.pages.front == "help"


def test_sample_data_opens_and_says_that_it_is_sample(
    qtbot: QtBot, start: Start, database: object, tmp_path: Path
) -> None:
    path = tmp_path / "venues.db"
    sample.fill(database, size="demo", seed=1, today=NOW.date())  # type: ignore[arg-type]

    program = seated(qtbot, start(path, "practitioner.04"))

    assert program.window.status.place.whole() == "This PC · venues.db · Sample data"
    for key in ALL:
        program.show_page(key)
        rest(qtbot, program)
        assert program.window.page(key) is not None


def test_the_window_is_painted_before_the_database_is_loaded() -> None:
    """In a process of its own: here everything is loaded already."""
    code = (
        "import sys; from ui import program; "
        "print([name for name in sys.modules if name.startswith(('sqlalchemy', "
        "'venues.database', 'venues.services'))])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"


def test_the_number_that_waits_is_in_the_rail(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "practitioner.04"))
    button = program.window.rail.button("today")
    assert button.accessibleName() == "Today"

    with world.database.write() as session:
        request = world.request(references=())
        bookings.book(session, request, world.practitioner, now=NOW)
    program.changes.announce(frozenset({"booking"}))
    rest(qtbot, program)

    assert button.accessibleName() == "Today, 1 waiting"


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
    qtbot.waitUntil(lambda: program.path == other, timeout=LONG)
    rest(qtbot, program)

    assert program.login == "board.01"
    assert preferences[LAST_FILE] == str(other)
    assert seated(qtbot, start(None)).path == other


def test_without_anything_said_it_is_this_pcs_own_database(
    start: Start, qtbot: QtBot
) -> None:
    program = start(None)

    dialog = asked(qtbot, program)

    assert program.path == paths.database()
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
    assert backups.inspect(program.path).bookings == 0
    assert "The backup was restored." in program.window.messages.text
    assert len(list(tmp_path.glob("Venues-before-restore-*.sqlite"))) == 1


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


def test_it_remembers_who_sat_here_and_where_they_were(
    qtbot: QtBot, start: Start, world: World, preferences: Preferences
) -> None:
    program = seated(qtbot, start(world.database.path, "coordinator.01"))
    program.show_page("venues")
    rest(qtbot, program)
    program.window.close()

    again = seated(qtbot, start(world.database.path))

    assert again.login == "coordinator.01"
    assert preferences[LAST_PAGE] == "venues"
    assert again.window.pages.front == "venues"


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


def test_somebody_else_has_a_clean_undo(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "practitioner.04"))
    program.undo.push("booking of Willow Room", lambda: None, lambda: None)

    with world.database.read() as session:
        colleague: Viewer = people.viewer(session, "practitioner.05", NOW.date())
    program.sign_in(colleague)

    assert not program.undo.can_undo
    assert program.database is not None
    assert program.database.actor == colleague.staff_id


def test_a_message_with_undo_reaches_the_window(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "practitioner.04"))

    program.say("Booked.")

    assert program.window.messages.text == "Booked."
