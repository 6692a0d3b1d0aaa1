"""Where the program keeps its files when nobody says otherwise."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE = "Venues.sqlite"


def data_folder() -> Path:
    """The folder of the user's own data, as each system has it."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData/Local")
        return Path(base) / "Venues"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Venues"
    # one that is not absolute would be another folder from each place of starting
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".local/share") / "venues"


def database() -> Path:
    """The database of this PC."""
    return data_folder() / FILE
