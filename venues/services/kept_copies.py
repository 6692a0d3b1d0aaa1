"""Copies of the database that the program made: what has to go goes from them too.

A daily backup, a copy from before an update or a restore, and a backup beside the
database are opened and cleaned. One that cannot be (damaged, or of a version that
refuses) is deleted when it is a month old, if the program made it by itself;
somebody's own backup never is.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from venues.database.engines import sqlite
from venues.database.forgetting import Forgetting
from venues.database.session import Database
from venues.domain.keeping import Limits, is_over
from venues.errors import VenuesError
from venues.services import daily_backups

BESIDE = ("-wal", "-shm", "-journal")
DRAFTS = (".{name}.*.new", ".{name}.*.start")
"""What an interrupted start, copy or restore leaves behind."""

OWN_MONTHS = 1
"""Months after which a copy of the program's own goes if it cannot be cleaned."""


def clean(
    path: Path, others: Collection[Path], limits: Limits, today: date, now: datetime
) -> dict[str, object]:
    """Clean the copies beside the database and the ``others``; ``now`` is UTC.

    Returns how many were ``cleaned`` and ``deleted``, and the names of those ``left``
    as they are.
    """
    cleaned = deleted = 0
    left: list[str] = []
    own = set(_own(path))
    for copy in sorted({*own, *_backups(path), *(each for each in others)}):
        if not copy.is_file() or copy.samefile(path):
            continue
        if _clean(copy, limits, today, now):
            cleaned += 1
        elif copy in own and is_over(_made(copy), OWN_MONTHS, today):
            deleted += _delete(copy)
        elif copy not in own:
            left.append(copy.name)
    for draft in _drafts(path):
        if _made(draft) < today:
            deleted += _delete(draft)
    return {"cleaned": cleaned, "deleted": deleted, "left": left}


def _own(path: Path) -> Iterator[Path]:
    """What the program keeps by itself: daily, and before an update or a restore."""
    yield from (copy.path for copy in daily_backups.own(path))
    yield from path.parent.glob(f"{_plain(path.stem)}-before-*{path.suffix}")


def _backups(path: Path) -> Iterator[Path]:
    """Backups under the names that the program proposes."""
    yield from path.parent.glob(f"{_plain(path.stem)} [0-9]*.sqlite")


def _drafts(path: Path) -> Iterator[Path]:
    yield from daily_backups.folder(path).glob(".*.new")
    for pattern in DRAFTS:
        yield from path.parent.glob(pattern.format(name=_plain(path.name)))


def _plain(name: str) -> str:
    """The name as a pattern that means nothing but itself."""
    return "".join(f"[{each}]" if each in "*?[" else each for each in name)


def _made(copy: Path) -> date:
    return date.fromtimestamp(copy.stat().st_mtime)


def _clean(copy: Path, limits: Limits, today: date, now: datetime) -> bool:
    """Clean one copy, which keeps the time at which it was made."""
    about = copy.stat()
    try:
        sqlite.version(copy)
        database = Database(copy, wait=1)
        try:
            with database.write() as session:
                gone = Forgetting(session, limits, today, now).everything()
            if any(gone.values()):
                database.compact()
        finally:
            database.close()
        os.utime(copy, ns=(about.st_atime_ns, about.st_mtime_ns))
    except (VenuesError, DBAPIError, OSError):
        return False
    return True


def _delete(copy: Path) -> bool:
    try:
        for end in ("", *BESIDE):
            copy.with_name(f"{copy.name}{end}").unlink(missing_ok=True)
    except OSError:
        return False
    return True
