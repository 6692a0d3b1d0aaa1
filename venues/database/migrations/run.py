"""Brings a database file to the tables of this program, or leaves it as it was."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from venues.database.engines import copies, guards, sqlite
from venues.errors import CannotOpen

COPIES = 3
"""How many copies from before a migration are kept beside the file."""

STEPS = Path(__file__).parent
"""The folder of the steps, as Alembic wants it."""


def create(path: Path) -> None:
    """Make a new, empty database of ours; half a one is never left behind.

    Raises:
        CannotOpen: the folder is missing or cannot be written.
    """
    if not path.parent.is_dir():
        raise CannotOpen(
            f"There is no folder {path.parent}. Make it first, or name another."
        )
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as raw:
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        _migrate(draft)
        with closing(sqlite3.connect(draft)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        draft.chmod(0o600)
        draft.replace(path)
    except (OSError, sqlite3.Error, DBAPIError) as trouble:
        raise CannotOpen(
            f"A database cannot be made at {path}. Check that its folder may be "
            "written to and that the disk is not full."
        ) from trouble
    finally:
        for leftover in (draft, *(Path(f"{draft}{end}") for end in ("-wal", "-shm"))):
            leftover.unlink(missing_ok=True)


def upgrade(path: Path, steps: Path = STEPS) -> Path:
    """Bring an older file up to date, after a copy of it; returns the copy.

    Raises:
        CannotOpen: it is in use, or the disk is full; it is as it was.
    """
    was = sqlite.version(path)
    copy = path.with_name(f"{path.stem}-before-{was}{path.suffix}")
    draft = path.with_name(f".{copy.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as old:
            copies.copy(old, draft)
            if not copies.is_same(old, draft):
                raise CannotOpen(
                    f"{path.name} was not brought up to date, because the copy made "
                    "before did not pass its check. The file may be damaged: restore a "
                    "sound backup."
                )
        draft.replace(copy)
        _migrate(path, steps)
    except (OSError, sqlite3.Error, DBAPIError) as trouble:
        raise CannotOpen(
            f"{path.name} could not be brought up to date and is as it was. Close it "
            "elsewhere, check that the disk is not full, and try again."
        ) from trouble
    finally:
        draft.unlink(missing_ok=True)
    kept = sorted(
        path.parent.glob(f"{path.stem}-before-[0-9]*{path.suffix}"),
        key=lambda each: each.stat().st_mtime,
    )
    for old_copy in kept[:-COPIES]:
        old_copy.unlink()
    return copy


def _migrate(path: Path, steps: Path = STEPS) -> None:
    """All steps in one transaction; keys are checked before it commits.

    Foreign keys are off meanwhile: with them on, a table rebuilt in batch mode takes
    the rows of its children with it.
    """
    made = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": sqlite.WAIT},
        hide_parameters=True,  # as in engines/sqlite.py
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    try:
        with made.begin() as connection:
            for name in (
                connection.exec_driver_sql(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                )
                .scalars()
                .all()
            ):
                connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
            config = Config()
            place = str(steps).replace("%", "%%")  # as .ini files want
            config.set_main_option("script_location", place)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _guard(connection)
    finally:
        made.dispose()


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None
    raw.execute("PRAGMA foreign_keys = OFF")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _guard(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise CannotOpen(
            "The database could not be brought up to date, because some of its records "
            "point at others that are missing. Nothing was changed."
        )
    for statement in guards.triggers():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO revision (name, number) VALUES ('catalogue', 0)"
    )
    connection.exec_driver_sql(f"PRAGMA user_version = {sqlite.SCHEMA}")
