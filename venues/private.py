"""Files and folders for the user alone, where the system has such a thing.

On Windows whoever may read the user's profile may read what is in it, and nobody else;
rights are left as they are inherited there.
"""

from __future__ import annotations

import stat
import sys
from contextlib import suppress
from pathlib import Path

OTHERS = 0o077
"""Rights of everybody but the owner."""

PARTS = ("", "-wal", "-shm")
"""What a database file has beside it while it is open."""


def make_folder(folder: Path) -> None:
    """Make a folder, and those it is in, that only the user may look into.

    Raises:
        OSError: it cannot be made.
    """
    missing = [each for each in folder.parents if not each.exists()]
    for each in (*reversed(missing), folder):
        each.mkdir(mode=0o700, exist_ok=True)


def open_to_others(file: Path) -> bool:
    """Whether somebody else on this PC may read or change the file."""
    if sys.platform == "win32" or not file.exists():
        return False
    return bool(file.stat().st_mode & OTHERS)


def keep(file: Path) -> None:
    """Take the rights of everybody else off a database, if it is the user's to do."""
    if sys.platform == "win32":
        return
    for end in PARTS:
        part = file.with_name(f"{file.name}{end}")
        with suppress(OSError):
            if open_to_others(part):
                part.chmod(stat.S_IMODE(part.stat().st_mode) & ~OTHERS)
