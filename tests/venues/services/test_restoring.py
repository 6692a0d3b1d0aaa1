"""A backup is put back without a risk to what is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import files
from tests.files import dump, leftovers
from tests.venues.aged import Aged, now, stay
from tests.world import World
from venues.database.engines import sqlite
from venues.database.models import Setting
from venues.database.session import Database
from venues.errors import Busy, CannotOpen, WrongInput
from venues.services import backups, restoring

pytestmark = pytest.mark.of_a_file("a server has its own backups")

NOW = datetime(2026, 11, 26, 15)


def save(database: Database, name: str = "clock") -> None:
    with database.write() as session:
        session.add(Setting(name=name, value="24"))


class StopError(Exception):
    """Somebody pressed Cancel."""


def stop(_done: int, _total: int) -> None:
    raise StopError


def test_a_restored_backup_is_the_database_from_then_on(
    full: Database, backup: Path
) -> None:
    as_it_was = dump(full.path)
    save(full)
    lost = dump(full.path)
    full.close()

    kept = backups.restore(full.path, backup, now=NOW)

    assert kept == full.path.with_name("venues-before-restore-20261126-150000.db")
    assert dump(full.path) == as_it_was
    assert dump(kept) == lost
    assert leftovers(full.path.parent) == {"venues.db", kept.name}
    assert full.path.stat().st_mode & 0o777 == 0o600
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_restored_database_can_be_worked_with_at_once(
    full: Database, backup: Path
) -> None:
    full.close()
    backups.restore(full.path, backup, now=NOW)

    restored = Database.open(full.path)
    save(restored)
    with restored.read() as session:
        mode = session.scalar(text("PRAGMA journal_mode"))
        clock = session.get_one(Setting, "clock").value
    restored.close()

    assert (mode, clock) == ("wal", "24")


def test_a_backup_is_restored_where_there_is_no_database(
    full: Database, backup: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "venues.db"

    kept = backups.restore(elsewhere, backup, now=NOW)

    assert kept is None
    assert dump(elsewhere) == dump(backup)


NOT_SOUND = "{0} is damaged. Choose another backup; nothing was changed."
NO_BACKUP = files.UNUSABLE | {
    files.spoil_rows: NOT_SOUND,
    files.strip: NOT_SOUND,
    files.add_to: NOT_SOUND,
    files.disown: "{0} belongs to another program. Choose a Venues database.",
    Path.unlink: "There is no database at ",
}


@pytest.mark.parametrize("harm", NO_BACKUP)
def test_what_is_no_sound_backup_is_refused_and_the_database_untouched(
    full: Database, backup: Path, harm: Callable[[Path], None]
) -> None:
    sentence = NO_BACKUP[harm].format("monday.db")
    save(full)
    full.close()
    harm(backup)
    before = full.path.read_bytes()

    with pytest.raises(CannotOpen) as trouble:
        backups.restore(full.path, backup, now=NOW)

    assert str(trouble.value)[: len(sentence)] == sentence
    assert full.path.read_bytes() == before
    assert leftovers(full.path.parent) == {"venues.db"}


DAMAGE = [
    files.spoil_list,
    files.cut_in_half,
    files.garble,
    files.empty,
    files.make_strange,
]


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_damaged_database_is_kept_and_the_backup_takes_its_place(
    full: Database, backup: Path, harm: Callable[[Path], None]
) -> None:
    full.close()
    harm(full.path)
    damaged = full.path.read_bytes()

    kept = backups.restore(full.path, backup, now=NOW)

    assert kept is not None
    assert kept.read_bytes() == damaged
    assert dump(full.path) == dump(backup)


def test_a_database_whose_rows_are_damaged_is_kept_with_those_that_can_be_read(
    full: Database, backup: Path
) -> None:
    full.close()
    files.spoil_rows(full.path)

    kept = backups.restore(full.path, backup, now=NOW)

    assert kept is not None
    with closing(sqlite3.connect(kept)) as raw:
        assert raw.execute("SELECT count(*) FROM venue").fetchone() == (1,)
    assert dump(full.path) == dump(backup)


@pytest.mark.parametrize("end", ["-wal", "-journal"])
def test_the_log_of_a_damaged_database_is_not_taken_for_the_restored_ones(
    full: Database, backup: Path, end: str
) -> None:
    save(full)
    log = full.path.with_name(f"{full.path.name}-wal").read_bytes()
    full.close()
    files.garble(full.path)
    full.path.with_name(f"venues.db{end}").write_bytes(log)

    backups.restore(full.path, backup, now=NOW)

    beside = leftovers(full.path.parent)
    assert not beside & {"venues.db-wal", "venues.db-journal", "venues.db-shm"}
    assert dump(full.path) == dump(backup)


def test_a_database_in_use_is_not_replaced(full: Database, backup: Path) -> None:
    save(full)
    before = dump(full.path)

    with pytest.raises(Busy, match=r"^venues.db is open in Venues or another program"):
        backups.restore(full.path, backup, now=NOW)

    assert dump(full.path) == before
    save(full, "and it goes on")
    full.close()
    assert leftovers(full.path.parent) == {"venues.db"}


def test_a_database_cut_off_in_its_work_is_kept_with_its_last_change(
    full: Database, backup: Path, tmp_path: Path
) -> None:
    save(full)
    lost = dump(full.path)
    log = full.path.with_name("venues.db-wal").read_bytes()
    main = full.path.read_bytes()
    full.close()
    full.path.write_bytes(main)
    full.path.with_name("venues.db-wal").write_bytes(log)

    kept = backups.restore(full.path, backup, now=NOW)

    assert kept is not None
    assert dump(kept) == lost
    assert dump(full.path) == dump(backup)


def test_a_cancelled_restore_leaves_everything(full: Database, backup: Path) -> None:
    save(full)
    full.close()
    before = full.path.read_bytes()

    with pytest.raises(StopError):
        backups.restore(full.path, backup, now=NOW, progress=stop)

    assert full.path.read_bytes() == before
    assert leftovers(full.path.parent) == {"venues.db"}


def test_a_database_is_not_restored_from_itself(full: Database, tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="That is the database itself"):
        backups.restore(full.path, full.path, now=NOW)
    with pytest.raises(WrongInput, match="is a folder"):
        backups.restore(tmp_path, full.path, now=NOW)


def test_an_older_backup_is_brought_up_to_date_when_opened(
    full: Database, backup: Path
) -> None:
    full.close()
    files.make_older(backup)

    backups.restore(full.path, backup, now=NOW + timedelta(days=1))
    Database.open(full.path).close()

    assert sqlite.version(full.path) == sqlite.SCHEMA


def test_what_had_to_go_since_the_backup_goes_with_the_restore(world: World) -> None:
    aged = Aged(world)
    aged.case(13)
    path = world.database.path
    copy = backups.back_up(world.database, path.with_name("Kept.db"))
    world.database.close()

    done = restoring.restore(path, copy, now=now())

    assert done.kept is not None
    assert "1 reference removed" in done.cleared
    assert stay(path, *aged.references).keys() == {"Kept.db"}


def test_a_restore_is_undone_by_what_it_kept(full: Database, backup: Path) -> None:
    save(full)
    lost = dump(full.path)
    full.close()

    first = backups.restore(full.path, backup, now=NOW)
    assert first is not None
    backups.restore(full.path, first, now=NOW + timedelta(minutes=1))

    assert dump(full.path) == lost
