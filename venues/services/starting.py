"""The first start: a new database with one person in it, or with sample data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from venues import drives, private
from venues.address import Place
from venues.database import catalogue
from venues.database.session import Database
from venues.errors import CannotOpen, NotAllowed
from venues.resources import table
from venues.services import backups, reference_rows, sample, staffing
from venues.services.progress import Progress, quiet
from venues.services.staffing import StaffDraft

SEED = 1
LOGIN = "practitioner.04"
"""Who sits before sample data, until somebody signs in as another."""


def authorities() -> tuple[tuple[str, str], ...]:
    """Code and name of each local authority, before there is a database."""
    return tuple((row["code"], row["name"]) for row in table("authorities"))


def empty(path: Path, person: StaffDraft, today: date) -> str:
    """Make a database with its reference rows and one person; returns their login.

    Raises:
        WrongInput: something typed about the person cannot be used.
        CannotOpen: it cannot be made there; nothing is left behind.
    """
    with _new(path) as database, database.write() as session:
        reference_rows.fill(session, today)
        viewer = staffing.add(session, None, person, today=today)
    return viewer.login


def with_sample(path: Path, today: date, progress: Progress = quiet) -> str:
    """Make a database full of sample data; returns the login to begin with.

    ``progress`` is told of days, and stops the work by raising.

    Raises:
        CannotOpen: it cannot be made there; nothing is left behind.
    """
    with _new(path) as database:
        sample.fill(database, size="demo", seed=SEED, today=today, progress=progress)
    return LOGIN


def first_person(place: Place, person: StaffDraft, today: date) -> str:
    """Enter the first person in a database that has nobody; returns their login.

    Raises:
        NotAllowed: somebody is there already.
        WrongInput: something typed about the person cannot be used.
        CannotOpen: the database cannot be used.
    """
    database = Database.open(place)
    try:
        with database.write() as session:
            reference_rows.fill(session, today)
            viewer = staffing.add(session, None, person, today=today)
    finally:
        database.close()
    return viewer.login


def without_sample(path: Path, *, now: datetime) -> Path | None:
    """An empty database in the place of sample data, which is kept beside it.

    Whoever opens it next is asked who they are. Returns what the sample data is kept
    as, to be restored by whoever wants it back.

    Raises:
        NotAllowed: it holds no sample data; nothing was changed.
        Busy, CannotOpen: as ``backups.restore`` does.
    """
    database = Database.open(path)
    try:
        with database.read() as session:
            if not catalogue.read(session).settings.get("sample"):
                raise NotAllowed(
                    f"{path.name} holds no sample data, so nothing was removed."
                )
    finally:
        database.close()
    empty_ = path.with_name(f".{path.stem}-empty{path.suffix}")
    empty_.unlink(missing_ok=True)
    try:
        with _new(empty_) as made, made.write() as session:
            reference_rows.fill(session, now.date())
        return backups.restore(path, empty_, now=now)
    finally:
        empty_.unlink(missing_ok=True)


@contextmanager
def _new(path: Path) -> Iterator[Database]:
    """A database under another name, which becomes ``path`` when all went well."""
    if path.exists():
        raise CannotOpen(f"{path.name} is there already. Open it, or name another.")
    drives.check(path)
    try:
        private.make_folder(path.parent)
    except OSError as trouble:
        raise CannotOpen(
            f"The folder {path.parent} cannot be made. Choose another place."
        ) from trouble
    draft = path.with_name(f".{path.name}.{os.getpid()}.start")
    try:
        database = Database.open(draft, create=True)
        try:
            yield database
        finally:
            database.close()
        draft.replace(path)
    finally:
        for end in ("", "-wal", "-shm"):
            Path(f"{draft}{end}").unlink(missing_ok=True)
