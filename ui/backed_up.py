"""When the database was last backed up, as far as this PC knows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ui.preferences import Preferences, Setting
from venues.domain.words import clock, day_month

LAST_BACKUP = Setting("last_backup", (), personal=False)
"""The database and where its newest backup is; a backup taken away is forgotten."""


def remember(preferences: Preferences, database: Path, backup: Path) -> None:
    """A backup of that database was just made there."""
    preferences[LAST_BACKUP] = (str(database), str(backup))


def backup_of(preferences: Preferences, database: Path) -> Path | None:
    """The newest backup of that database, if it is still there."""
    stored = preferences[LAST_BACKUP]
    if stored[:1] != (str(database),):
        return None
    backup = Path(stored[-1])
    return backup if backup.is_file() else None


def words(
    preferences: Preferences, database: Path, now: datetime, *, twenty_four: bool
) -> str:
    """Said in the status line: "Backed up 8:02am", "Not backed up"."""
    backup = backup_of(preferences, database)
    if backup is None:
        return "Not backed up"
    made = datetime.fromtimestamp(backup.stat().st_mtime)
    at = clock(made, twenty_four=twenty_four, column=True)
    if made.date() == now.date():
        return f"Backed up {at}"
    year = f" {made.year}" if made.year != now.year else ""
    return f"Backed up {day_month(made)}{year}, {at}"
