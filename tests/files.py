"""Database files to look into from outside the program, and ways to harm them."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from venues.database.engines import sqlite
from venues.database.models import Base

PAGE = 4096


def leftovers(folder: Path) -> set[str]:
    """The names of the files in a folder, to see what was left behind."""
    return {file.name for file in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder, byte for byte."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def dump(path: Path) -> list[str]:
    """All there is in a database, as statements."""
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def change(path: Path, *statements: str) -> None:
    """Do that to the file around the program, as anybody with a tool could."""
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def empty(path: Path) -> None:
    """Leave a copy that was interrupted before its first byte."""
    os.truncate(path, 0)


def garble(path: Path) -> None:
    """Leave bytes that mean nothing."""
    path.write_bytes(bytes(range(256)) * 40)


def write_words(path: Path) -> None:
    """Leave a text."""
    path.write_text("Rooms we used to book.\n")


def cut_in_half(path: Path) -> None:
    """Leave the first half."""
    os.truncate(path, path.stat().st_size // 2)


def cut_short(path: Path) -> None:
    """Leave less than the header."""
    os.truncate(path, sqlite.HEADER - 40)


def spoil_list(path: Path) -> None:
    """Write over the list of tables, past the header."""
    with path.open("r+b") as file:
        file.seek(sqlite.HEADER)
        file.write(b"\xff" * 3000)


def spoil_rows(path: Path, table: str = "booking") -> None:
    """Write over the first page of a table, which only a full check finds."""
    with closing(sqlite3.connect(path)) as raw:
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\xff" * PAGE)


def spoil_sum(path: Path) -> None:
    """Miscount the free pages (SQLite's file format, section 1.3.12)."""
    with path.open("r+b") as file:
        file.seek(36)
        file.write(b"\xff")


def make_strange(path: Path) -> None:
    """Give the file a format that no SQLite knows yet (the same, section 1.3.10)."""
    with path.open("r+b") as file:
        file.seek(44)
        file.write((9).to_bytes(4, "big"))


def make_newer(path: Path) -> None:
    """Make it look like the work of a later Venues."""
    change(path, f"PRAGMA user_version = {sqlite.SCHEMA + 1}")


def make_older(path: Path) -> None:
    """Make it look like the work of an earlier Venues."""
    change(path, f"PRAGMA user_version = {sqlite.SCHEMA - 1}")


def disown(path: Path) -> None:
    """Make it another program's."""
    change(path, "PRAGMA application_id = 7")


def strip(path: Path) -> None:
    """Take all tables away."""
    change(path, *(f'DROP TABLE "{table}"' for table in Base.metadata.tables))


def add_to(path: Path) -> None:
    """Leave something behind that only another program can read."""
    with closing(sqlite3.connect(path)) as raw:
        raw.create_collation("recipes", lambda one, two: (one > two) - (one < two))
        raw.execute("CREATE TABLE recipe (name COLLATE recipes)")
        raw.execute("CREATE INDEX ix_recipe ON recipe (name)")
        raw.execute("INSERT INTO recipe VALUES ('scones'), ('jam')")
        raw.commit()


def replace(path: Path) -> None:
    """Put another program's database in its place."""
    path.unlink()
    change(path, "CREATE TABLE recipe (name)")


def replace_with_log(path: Path) -> None:
    """The same, as if that program had been cut off in a change."""
    draft = path.with_name("draft")
    with closing(sqlite3.connect(draft)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE recipe (name)")
        raw.commit()
        for end in ("", "-wal"):
            shutil.copy(f"{draft}{end}", f"{path}{end}")
    draft.unlink()


UNUSABLE = {
    empty: "{0} is empty (0 bytes), perhaps a copy that was interrupted.",
    garble: "{0} is not a Venues database, or it is damaged.",
    write_words: "{0} is not a Venues database, or it is damaged.",
    cut_short: "{0} is not a Venues database, or it is damaged.",
    cut_in_half: "{0} is damaged: its end is missing. Restore a sound backup.",
    spoil_list: "{0} is damaged or is not a Venues database.",
    replace: "{0} belongs to another program. Choose a Venues database.",
    replace_with_log: "{0} belongs to another program. Choose a Venues database.",
    make_newer: (
        "{0} was made by a newer Venues "
        f"(database {sqlite.SCHEMA + 1}, this program knows {sqlite.SCHEMA})."
    ),
}
"""What makes a file of no use → how what is said of it begins; {0} is its name."""
