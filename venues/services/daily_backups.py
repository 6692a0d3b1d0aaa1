"""Backups that the program makes by itself, once a day, and which of them stay.

They stand in a folder beside the database. What an update or a restore keeps is found
here too: all of these are copies that can be put back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from venues.database.session import Database
from venues.domain import clocks
from venues.domain.keeping import worth_keeping
from venues.errors import CannotOpen, NotAllowed
from venues.services import backups
from venues.services.progress import Progress, quiet

MADE = "%Y-%m-%d %H%M"
"""How the moment stands in a backup's name, which sorts."""

BACKUP = "Backup"
BEFORE_UPDATE = "Kept before an update"
BEFORE_RESTORE = "Kept before a restore"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy beside the database; ``made`` is local time, ``size`` in bytes."""

    path: Path
    made: datetime
    what: str
    size: int


def folder(path: Path) -> Path:
    """Where the backups of the database at ``path`` are."""
    return path.with_name(f"{path.stem} backups")


def own(path: Path) -> tuple[Copy, ...]:
    """The backups in that folder, newest first."""
    return tuple(sorted(_found(path), key=lambda copy: copy.made, reverse=True))


def every(path: Path) -> tuple[Copy, ...]:
    """Those, and what updates and restores kept; newest first."""
    kept = _kept(path)
    return tuple(sorted([*own(path), *kept], key=lambda each: each.made, reverse=True))


def is_due(path: Path, today: date) -> bool:
    """Whether no backup was made today."""
    return all(copy.made.date() != today for copy in own(path))


def run(database: Database, now: datetime, progress: Progress = quiet) -> Path | None:
    """Make today's backup, if there is none; returns where it is. ``now`` is local.

    Raises:
        CannotOpen: the disk is full, may not be written, or the database is damaged.
    """
    if database.path is None or not is_due(database.path, now.date()):
        return None
    return make(database, now, progress)


def make(database: Database, now: datetime, progress: Progress = quiet) -> Path:
    """Make a backup now, read it back, and let go of those no longer worth keeping.

    Raises:
        NotAllowed: it is a shared one, which its server backs up.
        CannotOpen: as in ``run``.
    """
    path = database.path
    if path is None:
        raise NotAllowed(
            "A shared database is backed up where it is. Ask whoever looks after the "
            "server."
        )
    place = folder(path)
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError as trouble:
        raise CannotOpen(
            f"The folder {place} cannot be made, so no backup was made. Check that "
            "the folder of the database may be written to."
        ) from trouble
    target = place / f"{path.stem} {now.strftime(MADE)}.sqlite"
    made = backups.back_up(database, target, progress)
    _thin(path, made)
    return made


def _thin(path: Path, newest: Path) -> None:
    """One that is open elsewhere just now goes another day."""
    there = own(path)
    kept = worth_keeping(copy.made for copy in there)
    for copy in there:
        if copy.made not in kept and copy.path != newest:
            with suppress(OSError):
                copy.path.unlink()


def _found(path: Path) -> Iterator[Copy]:
    for copy in folder(path).glob("*.sqlite"):
        with suppress(ValueError, OSError):  # somebody else's name, or just gone
            named = copy.stem.removeprefix(f"{path.stem} ")
            made = datetime.strptime(named, MADE)
            yield Copy(copy, made, BACKUP, copy.stat().st_size)


def _kept(path: Path) -> Iterator[Copy]:
    start = f"{path.stem}-before-"
    for copy in path.parent.iterdir() if path.parent.is_dir() else ():
        if not copy.name.startswith(start) or copy.suffix != path.suffix:
            continue
        what = BEFORE_UPDATE
        if copy.name.startswith(f"{start}restore-"):
            what = BEFORE_RESTORE
        with suppress(OSError):
            about = copy.stat()
            at = clocks.to_local(datetime.fromtimestamp(about.st_mtime, UTC))
            yield Copy(copy, at, what, about.st_size)
