"""Where the program keeps its files when nobody says otherwise."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from venues.address import Place, read_place

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


def place(text: str) -> Place:
    """The database that is named, as a file or an address; this PC's without.

    Raises:
        WrongInput: it is an address with a password in it, or without a database.
    """
    return read_place(text) if text else database()


def unless_own(where: Place) -> str:
    """How the place is kept in mind, for ``place`` to read; nothing for this PC's."""
    if where == database():
        return ""
    return str(where.absolute()) if isinstance(where, Path) else where.words
