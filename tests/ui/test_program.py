"""The whole program: the window first, then the database, then whoever sits here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.ui.program_scene import ALL, Start, pages, rest, seated, starting
from tests.ui.remembered import Remembered
from tests.world import NOW, World
from ui.preferences import LAST_PAGE, Preferences
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.services import bookings, people, sample

ROOT = Path(__file__).parents[2]


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    file = str(tmp_path / "preferences.ini")
    return Preferences(QSettings(file, QSettings.Format.IniFormat))


@pytest.fixture
def start(
    qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    yield from starting(qtbot, preferences, monkeypatch)


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
    qtbot: QtBot, start: Start, database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "venues.db"
    sample.fill(database, size="demo", seed=1, today=NOW.date())

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


BEGIN = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from ui import application, program
from ui.preferences import Preferences

path, settings = sys.argv[1:]
preferences = Preferences(QSettings(settings, QSettings.Format.IniFormat))
app = application.build(sys.argv[:1], preferences, late=True)
begun = program.begin(app, preferences, Path(path), "practitioner.04")
bare = type(app.style()).__name__

def look():
    if begun.settled and timer.isActive():
        timer.stop()
        dressed = type(app.style()).__name__
        print(begun.window.pages.front, bare, dressed, sys.excepthook.__module__)
        begun.window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(10)
app.exec()
"""


def test_a_start_ends_with_the_first_page_and_everything_dressed(
    world: World, tmp_path: Path
) -> None:
    """In a process of its own: there is one application in each."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN, world.database.path, tmp_path / "p.ini"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    front, bare, dressed, hook = done.stdout.split()
    assert (front, dressed, hook) == ("today", "VenuesStyle", "ui.dialogs.crash")
    assert bare != dressed


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


def test_somebody_else_finds_nothing_of_what_was_just_done(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "practitioner.04"))
    program.undo.follow(Remembered().did("booking of Willow Room"))
    program.say("Booked Willow Room.", undoable=True)

    with world.database.read() as session:
        colleague: Viewer = people.viewer(session, "practitioner.05", NOW.date())
    program.sign_in(colleague)

    assert not program.undo.can_undo
    assert program.window.messages.text == ""
    assert program.database is not None
    assert program.database.actor == colleague.staff_id


def test_a_message_with_undo_reaches_the_window(
    qtbot: QtBot, start: Start, world: World
) -> None:
    program = seated(qtbot, start(world.database.path, "practitioner.04"))

    program.say("Booked.")

    assert program.window.messages.text == "Booked."
