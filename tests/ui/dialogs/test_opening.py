"""The first start, and files that cannot be opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.server import Server
from tests.world import NOW, TODAY
from ui.dialogs.opening import OpeningDialog
from ui.dialogs.restore import RestoreDialog
from ui.jobs import Job, Jobs
from venues.address import Address
from venues.database.session import Database
from venues.domain.people import Role
from venues.errors import CannotOpen, NotFound
from venues.services import people

Make = Callable[[Path, Exception], OpeningDialog]


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def make(qtbot: QtBot, jobs: Jobs) -> Make:
    window = QWidget()
    qtbot.addWidget(window)

    def opened(path: Path, trouble: Exception) -> OpeningDialog:
        dialog = OpeningDialog(path, trouble, jobs, lambda: NOW, window)
        dialog.open()
        return dialog

    return opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "Venues.sqlite"


@pytest.fixture
def first(make: Make, path: Path) -> OpeningDialog:
    return make(path, CannotOpen("There is no database there."))


def shown(dialog: OpeningDialog) -> str:
    """The heading in view."""
    views = (dialog.first, dialog.person, dialog.join, dialog.work)
    return next(view.heading.text() for view in views if view.isVisible())


def left(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob("*"))


def staff(path: Path) -> list[tuple[str, Role]]:
    database = Database.open(path)
    with database.read() as session:
        found = [(each.login, each.role) for each in people.staff(session, TODAY)]
    database.close()
    return found


def test_where_there_is_no_file_it_offers_to_begin(first: OpeningDialog) -> None:
    assert shown(first) == "Welcome to Venues"


def test_starting_empty_makes_a_database_with_oneself_in_it(
    qtbot: QtBot, first: OpeningDialog, path: Path
) -> None:
    first.first.empty.click()
    assert shown(first) == "Who are you?"
    first.person.form.name.setText("Coordinator 01")
    first.person.form.login.setText("coordinator.01")

    with qtbot.waitSignal(first.opened, timeout=20_000) as opened:
        first.person.start.click()

    assert opened.args == [path, "coordinator.01"]
    assert staff(path) == [("coordinator.01", Role.COORDINATOR)]


def test_what_is_wrong_with_the_person_is_said_and_nothing_is_made(
    qtbot: QtBot, first: OpeningDialog, path: Path
) -> None:
    first.first.empty.click()
    first.person.form.login.setText("coordinator.01")

    first.person.start.click()
    qtbot.waitUntil(lambda: bool(first.person.form.fields["name"].complaint))

    assert shown(first) == "Who are you?"
    assert first.person.form.login.text() == "coordinator.01"
    assert left(path) == []
    first.person.back.click()
    assert shown(first) == "Welcome to Venues"


def test_sample_data_signs_in_its_practitioner(
    qtbot: QtBot, first: OpeningDialog, path: Path
) -> None:
    with qtbot.waitSignal(first.opened, timeout=60_000) as opened:
        first.first.sample.click()
        assert shown(first) == "Making sample data"

    assert opened.args == [path, "practitioner.04"]
    assert left(path) == ["Venues.sqlite"]


def test_sample_data_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, jobs: Jobs, first: OpeningDialog, path: Path
) -> None:
    first.first.sample.click()

    first.work.stop.click()
    assert shown(first) == "Stopping"
    qtbot.waitUntil(lambda: not jobs.findChildren(Job), timeout=60_000)

    assert shown(first) == "Welcome to Venues"
    assert left(path) == []


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("A file where the folder would be")
    dialog = make(tmp_path / "data" / "Venues.sqlite", CannotOpen("Nothing there."))

    dialog.first.sample.click()
    qtbot.waitUntil(lambda: not dialog.first.complaint.isHidden(), timeout=20_000)

    assert "cannot be made" in dialog.first.complaint.text()
    assert shown(dialog) == "Welcome to Venues"


def test_another_file_can_be_opened(
    qtbot: QtBot, first: OpeningDialog, tmp_path: Path
) -> None:
    first.first.other.click()
    asked = first.findChild(QFileDialog)
    assert asked is not None

    with qtbot.waitSignal(first.opened) as opened:
        asked.fileSelected.emit(str(tmp_path / "other.sqlite"))

    assert opened.args == [tmp_path / "other.sqlite", ""]


@pytest.fixture
def damaged(make: Make, tmp_path: Path) -> OpeningDialog:
    path = tmp_path / "Venues.sqlite"
    path.write_bytes(b"nonsense" * 100)
    return make(path, CannotOpen("Venues.sqlite is damaged."))


def test_a_damaged_file_is_said_to_be(damaged: OpeningDialog) -> None:
    assert shown(damaged) == "The database cannot be opened"
    assert damaged.first.sentence.text() == "Venues.sqlite is damaged."


def test_it_can_be_tried_again(
    qtbot: QtBot, damaged: OpeningDialog, tmp_path: Path
) -> None:
    with qtbot.waitSignal(damaged.opened) as opened:
        damaged.first.again.click()

    assert opened.args == [tmp_path / "Venues.sqlite", ""]


def test_a_backup_takes_the_place_of_a_damaged_file(
    qtbot: QtBot, damaged: OpeningDialog, small_world: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "Backup.sqlite"
    shutil.copy(small_world, backup)
    damaged.first.restore.click()
    look = damaged.findChild(RestoreDialog)
    assert look is not None
    look.look(str(backup))
    qtbot.waitUntil(look.restore.isEnabled)

    with qtbot.waitSignal(damaged.opened, timeout=20_000):
        look.restore.click()

    assert len(staff(tmp_path / "Venues.sqlite")) == 6


def test_quitting_opens_nothing(qtbot: QtBot, damaged: OpeningDialog) -> None:
    with (
        qtbot.assertNotEmitted(damaged.opened),
        qtbot.waitSignal(damaged.rejected),
    ):
        damaged.first.quit.click()


def test_where_nobody_is_entered_it_asks_who_sits_here(
    qtbot: QtBot, make: Make, template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Venues.sqlite"
    shutil.copy(template, path)
    dialog = make(path, NotFound("Nobody is entered as staff yet."))
    assert shown(dialog) == "Who are you?"
    dialog.person.form.name.setText("Manager 01")
    dialog.person.form.login.setText("manager.01")
    dialog.person.form.role.setCurrentText("Manager")

    with qtbot.waitSignal(dialog.opened, timeout=20_000) as opened:
        dialog.person.start.click()

    assert opened.args == [path, "manager.01"]
    assert staff(path) == [("manager.01", Role.MANAGER)]


def test_a_shared_database_is_joined_from_the_first_start(
    qtbot: QtBot, first: OpeningDialog
) -> None:
    first.first.join.click()
    assert shown(first) == "Join a shared database"
    first.join.server.setText("127.0.0.1:1")
    first.join.login.setText("me")

    first.join.connect_.click()
    qtbot.waitUntil(lambda: bool(first.join.fields["server"].complaint), timeout=20_000)

    assert shown(first) == "Join a shared database"
    assert "Nothing answers at 127.0.0.1." in first.join.fields["server"].complaint
    assert first.join.login.text() == "me"
    first.join.back.click()
    assert shown(first) == "Welcome to Venues"


def test_one_that_is_reached_is_opened(
    qtbot: QtBot, first: OpeningDialog, server: Server
) -> None:
    address = server.create("office")
    first.first.join.click()
    first.join.server.setText(address.words)

    with qtbot.waitSignal(first.opened, timeout=20_000) as opened:
        first.join.how.setCurrentIndex(1)
        first.join.connect_.click()

    assert opened.args == [address, ""]
    server.drop(address)


def test_a_server_that_asks_for_a_password_is_told_it_here(
    qtbot: QtBot, jobs: Jobs
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    address = Address("postgresql://me@db1/venues")
    trouble = CannotOpen("The server asks for a password.", "password")

    dialog = OpeningDialog(address, trouble, jobs, lambda: NOW, window)
    dialog.open()

    assert shown(dialog) == "Join a shared database"
    assert dialog.join.fields["password"].complaint == str(trouble)
    assert dialog.join.login.text() == "me"
    dialog.join.back.click()
    assert shown(dialog) == "The database cannot be opened"
    dialog.first.join.click()
    assert shown(dialog) == "Join a shared database"
