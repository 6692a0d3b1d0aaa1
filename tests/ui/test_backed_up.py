"""When the database was last backed up, in words."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from ui import backed_up
from ui.preferences import Preferences

NOW = datetime(2026, 11, 26, 10, 42)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    file = str(tmp_path / "preferences.ini")
    return Preferences(QSettings(file, QSettings.Format.IniFormat))


def made(path: Path, when: datetime) -> Path:
    path.write_text("A backup")
    os.utime(path, (when.timestamp(), when.timestamp()))
    return path


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 11, 26, 8, 2), "Backed up 8:02am"),
        (datetime(2026, 11, 25, 17, 30), "Backed up 25 November, 5:30pm"),
        (datetime(2025, 11, 25, 17, 30), "Backed up 25 November 2025, 5:30pm"),
    ],
)
def test_it_says_when(
    preferences: Preferences, tmp_path: Path, when: datetime, said: str
) -> None:
    database = tmp_path / "Venues.sqlite"
    backed_up.remember(preferences, database, made(tmp_path / "copy.sqlite", when))

    assert backed_up.words(preferences, database, NOW, twenty_four=False) == said


def test_a_backup_of_another_database_does_not_count(
    preferences: Preferences, tmp_path: Path
) -> None:
    backup = made(tmp_path / "copy.sqlite", NOW)
    backed_up.remember(preferences, tmp_path / "Other.sqlite", backup)

    said = backed_up.words(
        preferences, tmp_path / "Venues.sqlite", NOW, twenty_four=False
    )

    assert said == "Not backed up"


def test_a_backup_that_was_taken_away_does_not_count(
    preferences: Preferences, tmp_path: Path
) -> None:
    database = tmp_path / "Venues.sqlite"
    backup = made(tmp_path / "copy.sqlite", NOW)
    backed_up.remember(preferences, database, backup)
    assert backed_up.elsewhere(preferences, database) == backup

    backup.unlink()

    assert backed_up.elsewhere(preferences, database) is None


def test_the_newest_of_all_counts(preferences: Preferences, tmp_path: Path) -> None:
    database = tmp_path / "Venues.sqlite"
    folder = tmp_path / "Venues backups"
    folder.mkdir()
    daily = folder / "Venues 2026-11-26 0802.sqlite"
    daily.touch()
    put = made(tmp_path / "copy.sqlite", datetime(2026, 11, 25, 9))
    backed_up.remember(preferences, database, put)

    first = backed_up.newest(preferences, database)
    made(put, datetime(2026, 11, 26, 9))

    assert first == (datetime(2026, 11, 26, 8, 2), daily)
    assert backed_up.newest(preferences, database) == (datetime(2026, 11, 26, 9), put)
