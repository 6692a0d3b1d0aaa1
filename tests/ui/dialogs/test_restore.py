"""A look at a backup before it is put back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.restore import RestoreDialog, said
from ui.jobs import Job, Jobs
from venues.services import daily_backups
from venues.services.backups import BackupInfo


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def backup(small_world: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Copy.sqlite"
    shutil.copy(small_world, path)
    return path


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QWidget, jobs: Jobs, tmp_path: Path) -> RestoreDialog:
    made = RestoreDialog(jobs, tmp_path / "Venues.sqlite", parent=window)
    made.open()
    return made


def look(qtbot: QtBot, jobs: Jobs, dialog: RestoreDialog, path: Path) -> None:
    dialog.look(str(path))
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))


def test_nothing_can_be_restored_before_it_was_looked_at(
    dialog: RestoreDialog,
) -> None:
    assert not dialog.restore.isEnabled()


def test_it_says_what_is_in_the_backup_and_asks(
    qtbot: QtBot, jobs: Jobs, dialog: RestoreDialog, backup: Path
) -> None:
    look(qtbot, jobs, dialog, backup)

    assert dialog.name.text() == "Copy.sqlite"
    assert "3 venues, 6 rooms and 0 bookings" in dialog.about.text()
    with qtbot.waitSignal(dialog.agreed) as agreed:
        dialog.restore.click()
    assert agreed.args == [backup]


def test_a_damaged_backup_is_refused_in_words(
    qtbot: QtBot, jobs: Jobs, dialog: RestoreDialog, backup: Path
) -> None:
    look(qtbot, jobs, dialog, backup)
    backup.write_bytes(b"nonsense" * 100)

    look(qtbot, jobs, dialog, backup)

    assert "not a Venues database, or it is damaged" in dialog.complaint.text()
    assert not dialog.restore.isEnabled()


def test_another_backup_can_be_chosen(
    qtbot: QtBot, jobs: Jobs, dialog: RestoreDialog, backup: Path
) -> None:
    dialog.choose.click()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None

    asked.fileSelected.emit(str(backup))
    qtbot.waitUntil(dialog.restore.isEnabled)

    assert dialog.name.text() == "Copy.sqlite"


def test_the_newest_backup_is_looked_at_first(
    qtbot: QtBot, window: QWidget, jobs: Jobs, backup: Path
) -> None:
    path = backup.with_name("Venues.sqlite")
    dialog = RestoreDialog(jobs, path, start=backup, parent=window)

    qtbot.waitUntil(dialog.restore.isEnabled)

    assert dialog.name.text() == "Copy.sqlite"


def test_the_contents_in_words() -> None:
    info = BackupInfo(
        made=datetime(2026, 11, 26, 8, 2),
        schema=1,
        venues=60,
        rooms=1,
        bookings=1234,
        size=2_140_000,
        newest=datetime(2026, 11, 25, 16, 12),
    )

    assert said(info, twenty_four=True) == (
        "Made on Thursday 26 November 2026, 08:02. It holds 60 venues, 1 room and "
        "1,234 bookings (2.1 MB). The newest booking was made on Wednesday "
        "25 November 2026, 16:12."
    )


def test_those_beside_the_database_are_listed_and_looked_at_one_by_one(
    qtbot: QtBot, window: QWidget, jobs: Jobs, backup: Path
) -> None:
    path = backup.with_name("Venues.sqlite")
    folder = daily_backups.folder(path)
    folder.mkdir()
    for day in (25, 26):
        shutil.copy(backup, folder / f"Venues 2026-11-{day} 0802.sqlite")
    dialog = RestoreDialog(jobs, path, parent=window)
    dialog.open()
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert dialog.name.text() == "Venues 2026-11-26 0802.sqlite"

    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.restore.isEnabled)

    assert dialog.name.text() == "Venues 2026-11-25 0802.sqlite"
    assert dialog.table.hasFocus()
