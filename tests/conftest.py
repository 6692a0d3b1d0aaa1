"""What every test stands on: no screen, no modal box, nobody's own files or keyring."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn

# Qt and the time module read these once, so they come before anything else.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["TZ"] = "Europe/London"
if hasattr(time, "tzset"):  # Windows keeps its own zone
    time.tzset()

import pytest
from hypothesis import settings
from PySide6 import QtPrintSupport, QtWidgets
from PySide6.QtCore import QSettings, QStandardPaths
from sqlalchemy import update

from tests.server import FILE, SERVER, Kept, Server, programs
from venues.database.models import Criterion
from venues.database.session import Database
from venues.domain import words
from venues.services import reference_rows

pytest_plugins = ["tests.filled", "tests.people", "tests.world"]

# The same examples in every CI run; new ones at each developer's run, where a
# failure prints what repeats it.
settings.register_profile("dev", deadline=None, max_examples=60, print_blob=True)
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

# What opens a box and waits in it. Other dialogs inherit QDialog's exec.
WAITING = {
    QtPrintSupport.QPageSetupDialog: ["exec", "exec_"],
    QtPrintSupport.QPrintDialog: ["exec", "exec_"],
    QtWidgets.QDialog: ["exec", "exec_"],
    QtWidgets.QColorDialog: ["getColor"],
    QtWidgets.QFileDialog: [
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ],
    QtWidgets.QFontDialog: ["getFont"],
    QtWidgets.QInputDialog: [
        "getDouble",
        "getInt",
        "getItem",
        "getMultiLineText",
        "getText",
    ],
    QtWidgets.QMessageBox: ["about", "critical", "information", "question", "warning"],
}


def _refuse(*_arguments: object, **_named: object) -> NoReturn:
    pytest.fail("A box was opened that waits for an answer. Use open() and a signal.")


CALLS = frozenset({"socket.connect", "socket.getaddrinfo", "socket.sendto"})
"""What Python reports when something reaches out (its table of audit events)."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """The program asks nobody for anything; the database's own driver is not Python's.

    A socket of this machine's file system has a name, and one of a network a pair.
    """
    if event in CALLS:
        to = arguments[-1] if event != "socket.getaddrinfo" else arguments[:2]
        if not isinstance(to, str | bytes):
            pytest.fail(f"A network address was asked for: {event} {to}")


def pytest_configure() -> None:
    """Fail the test in which anything would wait for somebody to answer.

    Before any module of ours is imported, so that none keeps the real function. So does
    one that reaches out to a network.
    """
    sys.addaudithook(_refuse_network)
    for kind, names in WAITING.items():
        for name in names:
            setattr(kind, name, _refuse)


def pytest_sessionfinish() -> None:
    """Leave the clipboard as the program does when it ends (see ``ui.clipboard``)."""
    if QtWidgets.QApplication.instance() is not None:
        from ui import clipboard  # noqa: PLC0415 - after boxes are refused, as above

        clipboard.leave_text()


@pytest.fixture(scope="session", autouse=True)
def collect_on_this_thread() -> Iterator[None]:
    """As the program does: a job's thread must not free a widget."""
    gc.disable()
    yield
    assert not gc.isenabled(), "A test let Python collect on whichever thread it likes."
    gc.enable()


@pytest.fixture(autouse=True)
def read_by_twelve_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with the clock that the program begins with."""
    monkeypatch.setattr(words.READER, "twenty_four", False)


@pytest.fixture(autouse=True)
def collect_after_each_test() -> Iterator[None]:
    """What a test left behind goes before the next one begins."""
    yield
    gc.collect(1)


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Stand in for the home folder of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, under in {
            "HOME": "",
            "USERPROFILE": "",
            "APPDATA": "roaming",
            "LOCALAPPDATA": "local",
            "XDG_CACHE_HOME": ".cache",
            "XDG_CONFIG_HOME": ".config",
            "XDG_DATA_HOME": ".local/share",
            "XDG_STATE_HOME": ".local/state",
            "XDG_RUNTIME_DIR": "run",
        }.items():
            place = folder / under
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            patch.setenv(name, str(place))
        # Where the system is asked for folders, not the environment.
        QStandardPaths.setTestModeEnabled(True)
        yield folder
        QStandardPaths.setTestModeEnabled(False)


_settings_folders = itertools.count()


@pytest.fixture(autouse=True)
def fresh_settings(home: Path) -> None:
    """Let each test start with no remembered preferences."""
    folder = str(home / f"settings-{next(_settings_folders)}")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, folder)


TODAY = date(2026, 11, 23)
"""The Monday on which tests take place, unless they say otherwise."""


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as it is when new, but for the checklist, which most tests go without.

    A new one asks 54 questions of each room before it may be booked; here they are
    retired, so that every room is suitable. ``tests.venues.assessed`` asks them again.
    """
    path = tmp_path_factory.mktemp("template") / "template.db"
    _fill(Database.open(path, create=True))
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server for this run, or for this worker of it."""
    running = Server(Path(tempfile.mkdtemp(prefix="venues-")), programs())
    yield running
    running.stop()


@pytest.fixture(scope="session")
def shared_template(server: Server) -> Kept:
    """The same on a server, put back for each test."""
    address = server.create("template")
    _fill(Database.open(address))
    return server.keep(address)


def _fill(made: Database) -> None:
    with made.write() as session:
        reference_rows.fill(session, TODAY)
        session.execute(update(Criterion).values(retired_on=TODAY))
    made.close()


@pytest.fixture
def engine() -> str:
    """Which kind of database: a file, unless the tests of a folder ask for both."""
    return FILE


@pytest.fixture
def database(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Database]:
    """A new database, in a file of its own or on a server."""
    if engine == SERVER:
        place = request.getfixturevalue("shared_template").reset()
    else:
        place = tmp_path / "venues.db"
        shutil.copy(request.getfixturevalue("template"), place)
    opened = Database.open(place)
    yield opened
    opened.close()
