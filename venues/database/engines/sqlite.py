"""One file on one PC: how it is opened, locked, looked at and copied."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection as Raw
from time import monotonic
from typing import cast
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from venues.database import audit
from venues.database.engines.company import Company
from venues.errors import CannotOpen

APPLICATION_ID = 0x56454E55
"""Marks the file as ours ("VENU")."""

SCHEMA = 4
"""The newest migration this program knows; kept in the file's ``user_version``."""

WAIT = 10
"""Seconds a writer waits for another before giving up."""

TURN = 50
"""Milliseconds after which a writer who waits asks as eagerly as one who just came."""

HEADER = 100
"""Bytes of a file's header (SQLite's file format, section 1.3)."""


class File:
    """The file of a PC; one change at a time, and everybody may read meanwhile."""

    goes = 0

    def __init__(self, path: Path, wait: float = WAIT) -> None:
        self.company = Company()  # never asked: a file answers at once
        self.reading = engine(path, wait)
        self.writing = self.reading.execution_options(writes=True)

    @contextmanager
    def turn(self, _room_ids: Collection[int] | None) -> Iterator[Engine]:
        """The write lock is taken with the first statement, whatever it is about."""
        yield self.writing

    def mark(self, _session: Session, _tables: Collection[str]) -> None:
        """The end of a change in a file is always heard."""

    def came_through(self, _mark: str) -> None:
        """Never asked."""

    def pulse(self) -> None:
        """See ``database.pulse``."""

    def reach(self) -> bool:
        """A file is there, or its trouble is told by whoever uses it."""
        return True

    def leave_alone(self) -> None:
        """Nothing stands between us and a file."""

    def record(self, session: Session) -> None:
        """What is flushed is written down by the program."""
        event.listen(session, "after_flush", audit.record)

    def actor(self, staff_id: int | None) -> int | None:
        """Theirs: nobody signs in at a file."""
        return staff_id

    def own(self, session: Session) -> None:
        """Whoever opens a file may do all there is to do with it."""

    def blind(self) -> bool:
        """A file is read whole, or not at all."""
        return False

    def compact(self) -> None:
        """Write the file anew without what was removed, and empty its log."""
        bare = self.reading.raw_connection()
        try:
            with closing(bare.cursor()) as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.DatabaseError as trouble:
            raise DatabaseError(None, None, trouble) from trouble
        finally:
            bare.close()


def engine(path: Path, wait: float = WAIT) -> Engine:
    """An engine whose transactions begin when and how ``Database`` says.

    ``wait`` is in seconds.
    """
    made = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": wait, "check_same_thread": False},
        hide_parameters=True,  # the values of a statement may be somebody's
        execution_options={"wait": wait},
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
    options = connection.get_execution_options()
    if options.get("writes", False):
        _queue(connection, options["wait"])
    else:
        connection.exec_driver_sql("BEGIN")


def _queue(connection: Connection, wait: float) -> None:
    """Take the write lock, in something like the order of asking.

    SQLite asks less and less often the longer it waits, so that those who come last go
    first. Asking anew after each ``TURN`` keeps the chances equal: with 8 programs that
    never pause the longest wait fell from 4.9 to 0.8 seconds (tests/faults/races.py).
    """
    raw = cast("Raw", connection.connection.driver_connection)
    until = monotonic() + wait
    raw.execute(f"PRAGMA busy_timeout = {TURN}")
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as trouble:
                if "locked" not in str(trouble.orig) or monotonic() >= until:
                    raise
            else:
                return
    finally:
        raw.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")


def version(path: Path, *, to_write: bool = True) -> int:
    """The schema version of the file, after making sure that it is a sound one of ours.

    Unless ``to_write``, it is enough that the file can be read.

    Raises:
        CannotOpen: each way in which it cannot be used has its own sentence.
    """
    try:
        _look_at_place(path)
        if to_write:
            _look_at_rights(path)
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


def is_missing(path: Path) -> bool:
    """Whether nothing has that name, as far as may be known."""
    try:
        return not path.exists()
    except PermissionError:
        return False  # ``version`` says so


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
    if "disk I/O" in said or "is full" in said:
        return (
            f"{path.name} cannot be read, or its disk is full. Check that the disk is "
            "still connected and has room, then try again."
        )
    if "unable to open" in said:
        return f"{path.name} cannot be opened. Check that its folder may be written to."
    return (
        f"{path.name} is damaged or is not a Venues database. Restore a sound backup."
    )
