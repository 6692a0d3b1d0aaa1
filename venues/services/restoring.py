"""Puts a backup in the place of the database, and lets go of what has to go from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from venues import drives
from venues.database.session import Database
from venues.errors import VenuesError
from venues.services import backups, retention
from venues.services.progress import Progress, quiet


@dataclass(frozen=True, slots=True)
class Restored:
    """What was there before is ``kept``, if anything; ``cleared`` says what went."""

    kept: Path | None
    cleared: str


def restore(
    path: Path, backup: Path, *, now: datetime, progress: Progress = quiet
) -> Restored:
    """Put the backup in the database's place; ``now`` is local time.

    References and links whose time was over since it was made go at once, before
    anybody sees them again. The present database is kept, so that this can be undone
    by restoring that.

    Raises:
        VenuesError: as ``backups.restore`` does; the present database is as it was.
    """
    drives.check(path)
    kept = backups.restore(path, backup, now=now, progress=progress)
    return Restored(kept, _let_go(path, now))


def _let_go(path: Path, now: datetime) -> str:
    """What went; a clock that is wrong is said aloud, and nothing goes by it."""
    try:
        database = Database.open(path)
        try:
            cleared = retention.run(database, now)
        finally:
            database.close()
    except VenuesError as trouble:
        return str(trouble)
    return cleared.words if cleared else ""
