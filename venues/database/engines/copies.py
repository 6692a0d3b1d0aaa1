"""Copies of a file while others write to it, and whether they came out right."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection as Raw

from venues.database.engines import sqlite

PAGES = 1000
"""Pages copied between two reports of progress: about 4 MB."""

Progress = Callable[[int, int], None]


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


def is_same(source: Raw, target: Path) -> bool:
    """Whether the copy, read back from the disk, is sound and holds as many rows.

    Raises:
        sqlite3.DatabaseError: it cannot be read at all.
    """
    with closing(sqlite.reader(target)) as copied:
        return is_whole(copied) and contents(copied) == contents(source)


def is_whole(raw: Raw) -> bool:
    """Whether every page of the file and every index is as it should be."""
    return bool(raw.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def is_sound(raw: Raw) -> bool:
    """The same, and no row speaks of one that is not there."""
    return is_whole(raw) and not raw.execute("PRAGMA foreign_key_check").fetchone()


def contents(raw: Raw) -> dict[str, int]:
    """Whose file it is, which version, and how many rows each table has."""
    tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    counts = {
        name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in tables.fetchall()
    }
    for pragma in ("application_id", "user_version"):
        counts[f"PRAGMA {pragma}"] = raw.execute(f"PRAGMA {pragma}").fetchone()[0]
    return counts
