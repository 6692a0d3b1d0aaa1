"""When the database was last backed up, as far as this PC knows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ui.preferences import Preferences, Setting
from venues.domain.words import clock, day_month
from venues.services import daily_backups

LAST_BACKUP = Setting("last_backup", (), personal=False)
"""The database, and the newest backup that somebody put elsewhere; one that was taken
away is forgotten."""

NEWS = frozenset({"backups"})
"""Announced, like a table that changed, when there is another backup."""


def remember(preferences: Preferences, database: Path, backup: Path) -> None:
    """Somebody put a backup of that database there."""
    preferences[LAST_BACKUP] = (str(database), str(backup))


def elsewhere(preferences: Preferences, database: Path) -> Path | None:
    """The newest that somebody put elsewhere, if it is still there."""
    stored = preferences[LAST_BACKUP]
    if stored[:1] != (str(database),):
        return None
    backup = Path(stored[-1])
    return backup if backup.is_file() else None


def newest(preferences: Preferences, database: Path) -> tuple[datetime, Path] | None:
    """When the newest of all was made, and where it is."""
    found = [(copy.made, copy.path) for copy in daily_backups.own(database)[:1]]
    if (put := elsewhere(preferences, database)) is not None:
        found.append((datetime.fromtimestamp(put.stat().st_mtime), put))
    return max(found, default=None)


def words(
    preferences: Preferences, database: Path, now: datetime, *, twenty_four: bool
) -> str:
    """Said in the status line: "Backed up 8:02am", "Not backed up"."""
    known = newest(preferences, database)
    if known is None:
        return "Not backed up"
    made, _ = known
    at = clock(made, twenty_four=twenty_four, column=True)
    if made.date() == now.date():
        return f"Backed up {at}"
    year = f" {made.year}" if made.year != now.year else ""
    return f"Backed up {day_month(made)}{year}, {at}"
