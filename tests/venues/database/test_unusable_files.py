"""Each way in which a file cannot be used has its sentence, and nothing is written."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests import files
from venues.database.migrations import run
from venues.database.session import Database
from venues.errors import CannotOpen

NOBODY = 65534


@pytest.mark.parametrize("harm", files.UNUSABLE)
@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_is(
    full_file: Path, harm: Callable[[Path], None], *, create: bool
) -> None:
    sentence = files.UNUSABLE[harm].format("venues.db")
    harm(full_file)
    before = files.contents(full_file.parent)

    with pytest.raises(CannotOpen) as trouble:
        Database.open(full_file, create=create)

    assert str(trouble.value)[: len(sentence)] == sentence
    assert files.contents(full_file.parent) == before


def test_a_missing_file_is_not_made_by_looking_for_it(tmp_path: Path) -> None:
    path = tmp_path / "venues.db"

    with pytest.raises(CannotOpen, match=r"^There is no database at .*Check the name"):
        Database.open(path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_is_not_a_database(tmp_path: Path, *, create: bool) -> None:
    with pytest.raises(CannotOpen, match=r"is a folder\. Name a file in it\."):
        Database.open(tmp_path, create=create)


def test_a_database_is_not_made_in_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=r"^There is no folder .*Make it first"):
        Database.open(tmp_path / "nowhere" / "venues.db", create=True)

    assert list(tmp_path.iterdir()) == []


def test_a_file_locked_by_another_program_is_said_to_be(full_file: Path) -> None:
    with closing(sqlite3.connect(full_file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        before = full_file.read_bytes()

        with pytest.raises(CannotOpen, match=r"^venues.db is locked by another"):
            Database.open(full_file)

        assert full_file.read_bytes() == before


def test_a_damaged_file_whose_log_is_still_there_is_refused(full_file: Path) -> None:
    database = Database.open(full_file)
    with database.write() as session:
        session.connection().exec_driver_sql("DELETE FROM hold")
    log = full_file.with_name("venues.db-wal").read_bytes()
    database.close()
    files.cut_in_half(full_file)
    full_file.with_name("venues.db-wal").write_bytes(log)

    with pytest.raises(CannotOpen, match=r"^venues.db is damaged"):
        Database.open(full_file)


def test_a_file_that_is_behind_its_log_is_sound(full_file: Path) -> None:
    """As after a power cut between the two steps of folding the log into the file."""
    database = Database.open(full_file)
    with database.write() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO setting SELECT 'name' || id, hex(randomblob(9000)) "
            "FROM criterion"
        )
    log = full_file.with_name("venues.db-wal").read_bytes()
    short = full_file.stat().st_size
    database.close()
    os.truncate(full_file, short)  # its first page tells of the pages still to come
    full_file.with_name("venues.db-wal").write_bytes(log)

    reopened = Database.open(full_file)
    with reopened.read() as session:
        answer = session.connection().exec_driver_sql("PRAGMA integrity_check").scalar()
    reopened.close()

    assert answer == "ok"


@contextmanager
def rights(path: Path, mode: int) -> Iterator[None]:
    """That path with those rights, for as long as it takes."""
    kept = path.stat().st_mode
    path.chmod(mode)
    yield
    path.chmod(kept)


@contextmanager
def somebody_else() -> Iterator[None]:
    """Act with the rights of nobody in particular, should the tests have more."""
    mine = os.getresuid()
    if mine[1] == 0:
        os.setresuid(NOBODY, NOBODY, 0)
    yield
    os.setresuid(*mine)


@pytest.mark.parametrize("create", [False, True])
def test_a_file_in_a_folder_that_may_not_be_entered_is_said_to_be(
    full_file: Path, *, create: bool
) -> None:
    with (
        rights(full_file.parent, 0o000),
        somebody_else(),
        pytest.raises(CannotOpen, match=r"^venues.db may not be read\. Ask whoever"),
    ):
        Database.open(full_file, create=create)


def test_a_log_that_cannot_be_opened_is_told(full_file: Path) -> None:
    full_file.with_name("venues.db-wal").mkdir()

    with pytest.raises(CannotOpen, match=r"^venues.db cannot be opened\. Check that"):
        Database.open(full_file)


def test_a_disk_without_room_is_not_called_damage(full_file: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        with pytest.raises(CannotOpen, match=r"^venues.db cannot be read, or its disk"):
            Database.open(full_file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.fixture
def street(full_file: Path) -> Iterator[Path]:
    """The full database in a folder that anybody may enter, as its owner left it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield Path(shutil.copy(full_file, folder))
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("file", "folder", "sentence"),
    [
        (0o444, 0o755, "venues.db is read-only. Ask whoever looks after this PC"),
        (0o000, 0o755, "venues.db is read-only. Ask whoever looks after this PC"),
        (0o666, 0o555, "The folder of venues.db is read-only, and the database needs"),
    ],
)
def test_what_may_not_be_written_is_said_before_anything_is_typed(
    street: Path, file: int, folder: int, sentence: str
) -> None:
    before = files.contents(street.parent)

    with (
        rights(street, file),
        rights(street.parent, folder),
        somebody_else(),
        pytest.raises(CannotOpen) as trouble,
    ):
        Database.open(street)

    assert str(trouble.value)[: len(sentence)] == sentence
    assert files.contents(street.parent) == before


def test_a_database_is_not_made_where_nothing_may_be_written(street: Path) -> None:
    street.unlink()

    with (
        rights(street.parent, 0o555),
        somebody_else(),
        pytest.raises(CannotOpen, match=r"^A database cannot be made at "),
    ):
        run.create(street)

    assert files.leftovers(street.parent) == set()
