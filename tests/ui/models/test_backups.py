"""Copies as rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ui.models.backups import columns
from venues.services.daily_backups import BACKUP, Copy


def test_a_copy_says_when_why_and_how_large() -> None:
    copy = Copy(Path("a"), datetime(2026, 11, 26, 8, 2), BACKUP, 2_140_000)

    said = [column.text(copy) for column in columns(twenty_four=True)]

    assert said == ["Thu 26 Nov 2026, 08:02", "Backup", "2.1 MB"]
