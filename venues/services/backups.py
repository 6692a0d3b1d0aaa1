"""Copies of the whole database: made while others work, looked at, and put back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection as Raw

from venues.database.engines import copies, sqlite
from venues.database.session import Database
from venues.domain import clocks
from venues.errors import Busy, CannotOpen, NotAllowed, WrongInput
from venues.services.progress import Progress, quiet

FIELD = "file"

FULL = "The disk is full, so {what}. Make room on it, then try again."
NOTHING_RESTORED = "nothing was restored"
NOT_WRITTEN = (
    "{name} cannot be written, so {what}. Check that its folder is there and may be "
    "written to."
)
NOT_SOUND = (
    "The copy did not pass its check, so {what}. The database may be damaged: check "
    "it, then try again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """What a backup holds, to be shown before it is put back.

    ``made`` is the local time at which the file was written, ``newest`` the one at
    which its last booking was made, as far as its history still knows; ``size`` is in
    bytes.
    """

    made: datetime
    schema: int
    venues: int
    rooms: int
    bookings: int
    size: int
    newest: datetime | None = None


def back_up(database: Database, target: Path, progress: Progress = quiet) -> Path:
    """Write a copy of the database as it is now, and return where it is.

    Others go on working meanwhile. The copy is read back and compared before it takes
    its name, and only its owner may read it. ``progress`` counts pages.

    Raises:
        WrongInput: it cannot be put there.
        NotAllowed: it is a shared one, which its server backs up.
        CannotOpen: the disk is full, or the copy did not come out right.
    """
    if database.path is None:
        raise NotAllowed(
            "A shared database is backed up where it is. Ask whoever looks after the "
            "server."
        )
    _check_target(database.path, target)
    with _draft(target, "no backup was made") as draft:
        with closing(sqlite3.connect(database.path, timeout=sqlite.WAIT)) as source:
            _copy(source, draft, progress, "it was not kept")
        _settle(draft, target)
    return target


def inspect(backup: Path) -> BackupInfo:
    """What is in the backup, after making sure that it is sound.

    Raises:
        CannotOpen: it is missing, damaged, newer than this program, or not a backup.
    """
    schema = sqlite.version(backup, to_write=False)
    newest = None
    try:
        with closing(sqlite.reader(backup)) as raw:
            counts = copies.contents(raw) if copies.is_sound(raw) else {}
            if "history" in counts:
                newest = _newest(raw)
    except sqlite3.DatabaseError:
        counts = {}
    if not {"venue", "room", "booking"} <= counts.keys():
        raise CannotOpen(
            f"{backup.name} is damaged. Choose another backup; nothing was changed."
        )
    about = backup.stat()
    return BackupInfo(
        made=clocks.to_local(datetime.fromtimestamp(about.st_mtime, UTC)),
        schema=schema,
        venues=counts["venue"],
        rooms=counts["room"],
        bookings=counts["booking"],
        size=about.st_size,
        newest=newest,
    )


def restore(
    path: Path, backup: Path, *, now: datetime, progress: Progress = quiet
) -> Path | None:
    """Put the backup in the place of the database, which is kept beside it.

    Returns the name under which the present database is kept, or None if there was
    none. An older backup is brought up to date when it is next opened. ``progress``
    counts pages. Whatever goes wrong, the present database stays as it is.

    Raises:
        WrongInput: the backup is the database itself.
        CannotOpen: the backup is damaged, newer or not one, or the disk is full.
        Busy: the database is open in another program, or in this one.
    """
    path = path.resolve()
    if path.exists() and backup.exists() and path.samefile(backup):
        raise WrongInput("That is the database itself. Choose a backup of it.", FIELD)
    if path.is_dir():
        raise WrongInput(f"{path} is a folder. Name a file in it.", FIELD)
    inspect(backup)
    with _draft(path, NOTHING_RESTORED) as draft:
        with closing(sqlite.reader(backup)) as source:
            _copy(source, draft, progress, NOTHING_RESTORED)
        with closing(sqlite3.connect(draft)) as raw:
            raw.execute("PRAGMA journal_mode = WAL")
        kept = _set_aside(path, now) if path.exists() else None
        _settle(draft, path)
    return kept


def _check_target(path: Path, target: Path) -> None:
    """Only an older backup is written over; never the database or somebody's letter."""
    if target.is_dir():
        raise WrongInput(f"{target} is a folder. Name a file in it.", FIELD)
    if not target.parent.is_dir():
        raise WrongInput(
            f"There is no folder {target.parent}. Make it first, or name another.",
            FIELD,
        )
    if not target.exists():
        return
    if target.samefile(path):
        raise WrongInput("That is the database itself. Choose another name.", FIELD)
    if target.stat().st_size and not sqlite.is_ours(target):
        raise WrongInput(
            f"{target.name} is there already and is not a backup. Choose another name.",
            FIELD,
        )


@contextmanager
def _draft(target: Path, what: str) -> Iterator[Path]:
    """A name beside the target to write to first; nothing is left of it afterwards."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        draft.unlink(missing_ok=True)
        yield draft
    except (OSError, sqlite3.OperationalError) as trouble:
        said = str(trouble)
        if "disk is full" in said or "No space" in said:
            raise CannotOpen(FULL.format(what=what)) from trouble
        raise CannotOpen(NOT_WRITTEN.format(name=target, what=what)) from trouble
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            draft.with_name(f"{draft.name}{end}").unlink(missing_ok=True)


def _copy(source: Raw, draft: Path, progress: Progress, what: str) -> None:
    """Copy, and read the copy back; the source still shows the moment of the copy."""
    try:
        copies.copy(source, draft, progress)
        with closing(sqlite.reader(draft)) as copied:
            same = copies.is_sound(copied) and (
                copies.contents(copied) == copies.contents(source)
            )
    except sqlite3.OperationalError:
        raise  # the disk, not the data
    except sqlite3.DatabaseError:
        same = False
    if not same:
        raise CannotOpen(NOT_SOUND.format(what=what))


def _newest(raw: Raw) -> datetime | None:
    """When the last booking was made, in local time."""
    (stamp,) = raw.execute(
        "SELECT max(at) FROM history WHERE \"table\" = 'booking' AND action = 'added'"
    ).fetchone()
    return clocks.to_local(datetime.fromisoformat(stamp)) if stamp else None


def _settle(draft: Path, target: Path) -> None:
    """Give the draft its name, so that it survives a power cut from then on."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    with suppress(PermissionError):  # Windows opens no folder, and need not
        folder = os.open(target.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def _set_aside(path: Path, now: datetime) -> Path:
    """Keep a copy of the present file, after making sure that nobody has it open.

    A copy and not a second name: one database with two names has two logs.
    """
    kept = path.with_name(
        f"{path.stem}-before-restore-{now:%Y%m%d-%H%M%S}{path.suffix}"
    )
    if path.stat().st_size == 0:
        _move(path, kept)
        return kept
    try:
        with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as raw:
            raw.execute("PRAGMA locking_mode = EXCLUSIVE")
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            with _draft(kept, NOTHING_RESTORED) as draft:
                copies.copy(raw, draft)
                _settle(draft, kept)
    except sqlite3.DatabaseError as trouble:
        if "locked" in str(trouble):
            raise Busy(
                f"{path.name} is open in Venues or another program, so nothing was "
                "restored. Close it there and try again."
            ) from trouble
        _move(path, kept)
    return kept


def _move(path: Path, kept: Path) -> None:
    """Set aside a file too damaged to be in use, and what belonged to it.

    A log left behind would be taken for the new file's.
    """
    path.replace(kept)
    for end in ("-wal", "-journal", "-shm"):
        beside = path.with_name(f"{path.name}{end}")
        if beside.exists():
            beside.replace(kept.with_name(f"{kept.name}{end}"))
