"""Backups are whole, and read back before they count."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.files import dump, leftovers, spoil_list
from venues.database.engines import sqlite
from venues.database.models import Setting
from venues.database.session import Database
from venues.errors import CannotOpen, WrongInput
from venues.services import backups

pytestmark = pytest.mark.of_a_file("a server makes its own backups")


def save(database: Database, name: str = "clock") -> None:
    with database.write() as session:
        session.add(Setting(name=name, value="24"))


class StopError(Exception):
    """Somebody pressed Cancel."""


def stop(_done: int, _total: int) -> None:
    raise StopError


def test_a_backup_holds_all_that_the_database_holds(
    full: Database, tmp_path: Path
) -> None:
    target = tmp_path / "monday.db"

    made = backups.back_up(full, target)

    assert made == target
    assert dump(target) == dump(full.path)
    assert leftovers(tmp_path) == {"data", "monday.db"}


def test_a_backup_is_for_its_owner_only(backup: Path, full: Database) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_holds_one_moment_though_others_save_meanwhile(
    full: Database, tmp_path: Path
) -> None:
    before = dump(full.path)
    steps: list[tuple[int, int]] = []

    def save_meanwhile(done: int, total: int) -> None:
        save(full, f"clock {len(steps)}")
        steps.append((done, total))

    made = backups.back_up(full, tmp_path / "monday.db", save_meanwhile)

    assert dump(made) == before
    assert dump(full.path) != before
    assert steps[-1][0] == steps[-1][1] > 0


def test_a_cancelled_backup_leaves_nothing(full: Database, tmp_path: Path) -> None:
    with pytest.raises(StopError):
        backups.back_up(full, tmp_path / "monday.db", stop)

    assert leftovers(tmp_path) == {"data"}


def test_a_newer_backup_takes_the_place_of_an_older(
    full: Database, backup: Path
) -> None:
    save(full)

    backups.back_up(full, backup)

    assert dump(backup) == dump(full.path)


def test_a_cancelled_backup_leaves_the_older_one(full: Database, backup: Path) -> None:
    before = backup.read_bytes()
    save(full)

    with pytest.raises(StopError):
        backups.back_up(full, backup, stop)

    assert backup.read_bytes() == before


def test_a_backup_takes_the_place_of_nothing_else(
    full: Database, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.odt"
    letter.write_text("Dear panel")
    nowhere = tmp_path / "nowhere" / "monday.db"

    for target, sentence in {
        letter: "letter.odt is there already and is not a backup. Choose another",
        tmp_path: f"{tmp_path} is a folder. Name a file in it.",
        nowhere: f"There is no folder {nowhere.parent}. Make it first, or name",
        full.path: "That is the database itself. Choose another name.",
    }.items():
        with pytest.raises(WrongInput) as wrong:
            backups.back_up(full, target)
        assert str(wrong.value)[: len(sentence)] == sentence
        assert wrong.value.field == "file"

    assert letter.read_text() == "Dear panel"


def no_room_left(_done: int, _total: int) -> None:
    """What the system says when the disk fills up, at the next step."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_told_and_leaves_nothing(full: Database, tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=r"^The disk is full, so no backup was made\."):
        backups.back_up(full, tmp_path / "monday.db", no_room_left)

    assert leftovers(tmp_path) == {"data"}


def test_a_disk_that_takes_no_more_is_told_and_leaves_nothing(
    full: Database, tmp_path: Path
) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(CannotOpen, match=r"cannot be written, so no backup was"):
            backups.back_up(full, tmp_path / "monday.db")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert leftovers(tmp_path) == {"data"}


def test_an_empty_file_may_be_written_over(full: Database, tmp_path: Path) -> None:
    target = tmp_path / "monday.db"
    target.touch()

    backups.back_up(full, target)

    assert dump(target) == dump(full.path)


def test_a_damaged_database_gives_no_backup_that_looks_sound(
    full: Database, tmp_path: Path
) -> None:
    full.close()
    spoil_list(full.path)

    with pytest.raises(CannotOpen, match=r"The copy did not pass its check, so it was"):
        backups.back_up(full, tmp_path / "monday.db")

    assert leftovers(tmp_path) == {"data"}


def test_an_orphan_among_the_rows_is_noticed(full: Database, tmp_path: Path) -> None:
    with closing(sqlite3.connect(full.path)) as raw:
        raw.execute("DELETE FROM staff")
        raw.commit()

    with pytest.raises(CannotOpen, match=r"The copy did not pass its check"):
        backups.back_up(full, tmp_path / "monday.db")


def test_what_is_in_a_backup_can_be_seen_first(backup: Path, full: Database) -> None:
    os.utime(backup, (1784896200, 1784896200))  # 12:30 UTC on 24 July 2026

    about = backups.inspect(backup)

    assert about == backups.BackupInfo(
        made=datetime(2026, 7, 24, 13, 30),
        schema=sqlite.SCHEMA,
        venues=1,
        rooms=1,
        bookings=1,
        size=backup.stat().st_size,
        newest=datetime(2026, 7, 1, 13, 0),
    )


def test_looking_at_a_backup_leaves_its_folder_as_it_is(
    backup: Path, full: Database
) -> None:
    before = backup.read_bytes()

    backups.inspect(backup)

    assert backup.read_bytes() == before
    assert leftovers(backup.parent) == {"data", "monday.db"}


def test_a_database_that_is_still_open_can_be_looked_at_with_its_latest_rows(
    full: Database,
) -> None:
    with full.write() as session:
        session.execute(text("DELETE FROM hold"))

    assert backups.inspect(full.path).bookings == 1
