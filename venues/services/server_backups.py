"""Backups of a shared database: the server makes them, and may be told of here."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from venues import passwords
from venues.address import Address
from venues.database.models import Setting
from venues.domain.people import Viewer
from venues.domain.words import clock, day
from venues.errors import CannotOpen, NotAllowed, WrongInput

TOLD = "server_backed_up"
"""The setting that says when; local time."""

PROGRAM = "pg_dump"
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)
"""Where the server's own programs are when they are not on the path."""


def told(session: Session) -> datetime | None:
    """When the server was last backed up, if somebody said so."""
    row = session.get(Setting, TOLD)
    return datetime.fromisoformat(row.value) if row is not None else None


def words(when: datetime | None) -> str:
    """The same, said."""
    if when is None:
        return "Nobody has said yet. Ask whoever looks after the server."
    return f"{day(when)}, {clock(when)}"


def tell(
    session: Session, viewer: Viewer, when: datetime | None, *, now: datetime
) -> None:
    """Put down that the server was backed up then, or that nobody knows.

    Raises:
        NotAllowed: the viewer is neither coordinator nor manager.
        WrongInput: that is still to come.
    """
    if not viewer.edits_venues:
        raise NotAllowed(
            "That is put down by coordinators and managers. Ask one of them."
        )
    if when is not None and when > now:
        raise WrongInput("That is still to come. Say when it was last done.", "when")
    row = session.get(Setting, TOLD)
    if when is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(Setting(name=TOLD, value=when.isoformat(timespec="minutes")))
    else:
        row.value = when.isoformat(timespec="minutes")
    session.flush()


def dump(address: Address, target: Path) -> Path:
    """Write everything on the server to a file, by the server's own program.

    It is PostgreSQL's custom format, which ``pg_restore`` reads. The file appears whole
    or not at all, and only its owner may read it. A password is handed on in the
    program's own surroundings, and never in an argument.

    Raises:
        CannotOpen: the program is missing, or the server would not let it.
        WrongInput: it cannot be put there.
    """
    program = find()
    if program is None:
        raise CannotOpen(
            f"{PROGRAM} is not on this PC, and only it can do that. Install "
            "PostgreSQL's client programs, or run it on the server."
        )
    if not target.parent.is_dir() or target.is_dir():
        raise WrongInput(
            f"{target} cannot be written. Name a file in a folder that is there.",
            "file",
        )
    draft = target.with_name(f".{target.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        done = subprocess.run(  # noqa: S603 - a program of PostgreSQL's, no shell
            [
                program,
                "--format=custom",
                "--no-password",
                f"--file={draft}",
                f"--dbname={address.words}",
            ],
            env=_surroundings(address),
            capture_output=True,
            check=False,
        )
        if done.returncode or draft.stat().st_size == 0:
            raise CannotOpen(
                f"{address} was not written to {target.name}: {PROGRAM} could not "
                "reach it or may not read all of it. It has to be as new as the server."
            )
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _surroundings(address: Address) -> dict[str, str]:
    """What the program may know that no argument may say."""
    secret = passwords.of(address)
    return {**os.environ, **({"PGPASSWORD": secret} if secret else {})}


def find() -> str | None:
    """Where the program is; the newest of several."""
    if (found := shutil.which(PROGRAM)) is not None:
        return found
    for place in PLACES:
        anchor = Path(place).anchor
        pattern = f"{Path(place).relative_to(anchor).as_posix()}/{PROGRAM}*"
        there = sorted(Path(anchor).glob(pattern)) if Path(anchor).is_dir() else []
        if there:
            return str(there[-1])
    return None
