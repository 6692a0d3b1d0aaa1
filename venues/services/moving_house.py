"""A single PC's file into a shared database, or a shared database into a file."""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from pathlib import Path
from sqlite3 import DatabaseError, connect

from venues import drives
from venues.address import Address
from venues.database import transfer
from venues.database.engines import copies, postgres, sqlite
from venues.database.migrations import run
from venues.database.session import Database
from venues.database.transfer import Moved
from venues.errors import CannotOpen, WrongInput
from venues.services.progress import Progress, quiet

FIELD = "file"


def bring_in(path: Path, address: Address, progress: Progress = quiet) -> Moved:
    """Put all that the file holds into the shared database; the file stays as it is.

    A copy is taken first, read back and brought up to date, so that people may go on
    working with the file and an older one will do.

    Raises:
        CannotOpen, NotAllowed: as ``transfer.into_server`` does; nothing was changed.
    """
    sqlite.version(path, to_write=False)
    _check_version(address)
    with tempfile.TemporaryDirectory(prefix="venues-") as folder:
        copy = Path(folder) / "copy.sqlite"
        try:
            with closing(sqlite.reader(path)) as source:
                copies.copy(source, copy)
                same = copies.is_same(source, copy)
        except DatabaseError:
            same = False
        if not same:
            raise CannotOpen(
                f"{path.name} is damaged, so nothing was brought in. Restore a sound "
                "backup of it, then try again."
            )
        Database.open(copy).close()
        return transfer.into_server(copy, address, progress)


def take_out(address: Address, target: Path, progress: Progress = quiet) -> Moved:
    """Put all that the shared database holds into a new file, whole or not at all.

    Done again, it finds the same there and changes nothing.

    Raises:
        WrongInput: something else is there already, or there is no such folder.
        CannotOpen: it cannot be reached, or the file cannot be written.
    """
    _check_version(address)
    drives.check(target)
    if not target.parent.is_dir() or target.is_dir():
        raise WrongInput(
            f"{target} cannot be written. Name a file in a folder that is there.", FIELD
        )
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        run.create(draft)
        moved = transfer.out_of_server(address, draft, progress)
        with closing(connect(draft)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if target.exists():
            _compare(draft, target)
            return Moved(moved.rows, already=True)
        draft.replace(target)
    finally:
        for end in ("", "-wal", "-shm"):
            Path(f"{draft}{end}").unlink(missing_ok=True)
    return moved


def _check_version(address: Address) -> None:
    if postgres.version(address) < sqlite.SCHEMA:
        raise CannotOpen(
            f"{address} is older than this Venues. Bring it up to date first: "
            "shared create."
        )


def _compare(draft: Path, target: Path) -> None:
    """What is there may only be the same."""
    sqlite.version(target, to_write=False)
    summed = []
    for path in (draft, target):
        with sqlite.engine(path).connect() as connection:
            summed.append(transfer.summary(connection))
    if summed[0] != summed[1]:
        raise WrongInput(
            f"{target.name} is there already and holds something else. Choose another "
            "name.",
            FIELD,
        )
