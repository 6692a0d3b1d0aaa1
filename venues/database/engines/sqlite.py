"""One file on one PC: how it is opened, locked, checked and guarded."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection as Raw
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event

from venues.errors import CannotOpen

APPLICATION_ID = 0x56454E55
"""Marks the file as ours ("VENU")."""

SCHEMA = 1
"""The newest migration this program knows; kept in the file's ``user_version``."""

WAIT = 10
"""Seconds a writer waits for another before giving up."""

HEADER = 100
"""Bytes of a file's header (SQLite's file format, section 1.3)."""

PAGES = 1000
"""Pages copied between two reports of progress: about 4 MB."""

CATALOGUE = (
    "authority", "venue", "cluster", "room", "space", "room_space", "entrance",
    "waiting_space", "feature", "hours", "closure", "closed_day", "term",
    "block_hire", "criterion", "assessment", "answer", "incident",
    "appointment_type", "setting",
)  # fmt: skip
"""Tables whose every change moves the catalogue's revision on."""

_OVERLAP = """
CREATE TRIGGER tr_hold_no_overlap_{moment}
BEFORE {verb} ON hold
WHEN EXISTS (
    SELECT 1 FROM hold AS other
    WHERE other.space_id = NEW.space_id AND other.id IS NOT NEW.id
      AND other.starts < NEW.ends AND NEW.starts < other.ends
      AND other.starts > strftime('%Y-%m-%d %H:%M', NEW.starts, '-24 hours')
)
BEGIN SELECT RAISE(ABORT, 'tr_hold_no_overlap'); END
"""

_KEPT = """
CREATE TRIGGER tr_{table}_kept_{moment}
BEFORE {verb} ON {table} {when}
BEGIN SELECT RAISE(ABORT, 'tr_{table}_kept'); END
"""

_MOVE_ON = """
CREATE TRIGGER tr_revision_{table}_{moment}
AFTER {verb} ON "{table}"
BEGIN UPDATE revision SET number = number + 1 WHERE name = 'catalogue'; END
"""


Progress = Callable[[int, int], None]


def triggers() -> list[str]:
    """The statements that make the last line of defence.

    SQLite has no exclusion constraint: the trigger on ``hold`` stands in for one, and
    keeps its promise when two copies of the program race.
    """
    made = [
        _OVERLAP.format(moment=verb.lower(), verb=verb) for verb in ("INSERT", "UPDATE")
    ]
    for table in ("history", "look"):
        made += [
            _KEPT.format(table=table, moment="update", verb="UPDATE", when=""),
            _KEPT.format(  # REPLACE removes rows without a word to DELETE triggers
                table=table,
                moment="insert",
                verb="INSERT",
                when=f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)",  # noqa: S608
            ),
            _KEPT.format(
                table=table,
                moment="delete",
                verb="DELETE",
                when="WHEN OLD.at > datetime('now', '-24 months')",
            ),
        ]
    made += [
        _MOVE_ON.format(table=table, moment=verb.lower(), verb=verb)
        for table in CATALOGUE
        for verb in ("INSERT", "UPDATE", "DELETE")
    ]
    return made


def engine(path: Path, wait: float = WAIT) -> Engine:
    """An engine whose transactions begin when and how ``Database`` says.

    ``wait`` is in seconds.
    """
    made = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": wait, "check_same_thread": False},
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: Raw, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in _begin, not by magic
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def version(path: Path, *, to_write: bool = True) -> int:
    """The schema version of the file, after making sure that it is a sound one of ours.

    Unless ``to_write``, it is enough that the file can be read.

    Raises:
        CannotOpen: each way in which it cannot be used has its own sentence.
    """
    _look_at_place(path)
    if to_write:
        _look_at_rights(path)
    try:
        _look_at_header(path)
        opened = sqlite3.connect(path, timeout=1) if to_write else reader(path)
        with closing(opened) as raw:
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
            number = int(raw.execute("PRAGMA user_version").fetchone()[0])
    except PermissionError as trouble:
        raise CannotOpen(
            f"{path.name} may not be read. Ask whoever looks after this PC for the "
            "right to."
        ) from trouble
    except sqlite3.DatabaseError as trouble:
        raise CannotOpen(_sentence(path, trouble)) from trouble
    if number > SCHEMA:
        raise CannotOpen(
            f"{path.name} was made by a newer Venues (database {number}, this program "
            f"knows {SCHEMA}). Update Venues on this PC; nothing was changed."
        )
    return number


def reader(path: Path) -> Raw:
    """A bare connection that leaves the file, and the folder it is in, as they are."""
    name = quote(path.absolute().as_posix())
    address = f"file://{name if name.startswith('/') else '/' + name}?mode=ro"
    if not _has_log(path):
        address += "&immutable=1"  # else SQLite makes files beside it, even to read
    return sqlite3.connect(address, timeout=1, uri=True)


def is_ours(path: Path) -> bool:
    """Whether the file begins as a Venues database does, sound or not."""
    with path.open("rb") as file:
        header = file.read(HEADER)
    return int.from_bytes(header[68:72], "big") == APPLICATION_ID


def copy(source: Raw, target: Path, progress: Progress | None = None) -> None:
    """Write the database to a new file as it is at this moment, while others write.

    ``progress`` is told the pages done and the pages in all; what it raises stops the
    copy. The source keeps its transaction, so that it can be compared with the copy.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # takes the moment

    def report(_status: int, remaining: int, total: int) -> None:
        if progress:
            progress(total - remaining, total)

    with closing(sqlite3.connect(target)) as into:
        source.backup(into, pages=PAGES, progress=report)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _look_at_place(path: Path) -> None:
    if path.is_dir():
        raise CannotOpen(f"{path} is a folder. Name a file in it.")
    if not path.exists():
        raise CannotOpen(f"There is no database at {path}. Check the name of the file.")
    if path.stat().st_size == 0:
        raise CannotOpen(
            f"{path.name} is empty (0 bytes), perhaps a copy that was interrupted. "
            "Restore a backup, or move it away to start again."
        )


def _look_at_rights(path: Path) -> None:
    if not (os.access(path, os.R_OK) and os.access(path, os.W_OK)):
        raise CannotOpen(
            f"{path.name} is read-only. Ask whoever looks after this PC for the right "
            "to change it."
        )
    if not os.access(path.parent, os.W_OK):
        raise CannotOpen(
            f"The folder of {path.name} is read-only, and the database needs to write "
            "there. Move the file to a folder of your own."
        )


def _look_at_header(path: Path) -> None:
    """Tell other files apart by their first bytes: SQLite would tidy up in them."""
    whole = not _has_log(path)  # with a log the file may be behind it, and be sound
    with path.open("rb") as file:
        header = file.read(HEADER)
    if len(header) < HEADER or not header.startswith(b"SQLite format 3\x00"):
        raise CannotOpen(
            f"{path.name} is not a Venues database, or it is damaged. "
            "Choose another, or restore a backup."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise CannotOpen(
            f"{path.name} belongs to another program. Choose a Venues database."
        )
    size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if whole and path.stat().st_size < (65536 if size == 1 else size) * pages:
        raise CannotOpen(
            f"{path.name} is damaged: its end is missing. Restore a sound backup."
        )


def _sentence(path: Path, trouble: sqlite3.DatabaseError) -> str:
    said = str(trouble)
    if "locked" in said or "busy" in said:
        return (
            f"{path.name} is locked by another program. Close it there and try again."
        )
    if "unable to open" in said:
        return f"{path.name} cannot be opened. Check that its folder may be written to."
    return (
        f"{path.name} is damaged or is not a Venues database. Restore a sound backup."
    )
