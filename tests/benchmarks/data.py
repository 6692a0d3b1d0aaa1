"""The databases measured on: made once, the same from the same seed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from venues.database.engines import sqlite
from venues.database.session import Database
from venues.errors import CannotOpen
from venues.services import sample

SEED = 1
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10)
LOGIN = "practitioner.04"


def made(folder: Path, size: str) -> Path:
    """The database of that size, filled unless one of this schema is there.

    An older one would be brought up to date while the start is measured, with a
    question to answer.
    """
    path = folder / f"{size}.sqlite"
    if not _usable(path):
        print(f"Making {size} (once) …", flush=True)
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        draft = folder / f"{size}.new.sqlite"
        for end in ("", "-wal", "-shm"):
            Path(f"{draft}{end}").unlink(missing_ok=True)
        database = Database.open(draft, create=True)
        sample.fill(database, size=size, seed=SEED, today=TODAY)  # type: ignore[arg-type]
        database.close()
        draft.rename(path)
    return path


def _usable(path: Path) -> bool:
    try:
        return path.exists() and sqlite.version(path) == sqlite.SCHEMA
    except CannotOpen:
        return False
