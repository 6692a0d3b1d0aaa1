"""My next two weeks, kept on the PC for when the shared database is out of reach.

What a calendar may be told, and no more: when, where, and whether it is certain. The
file is its owner's alone, and one that has grown old is thrown away.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy.orm import Session

from venues import paths, whole_file
from venues.domain.people import Viewer
from venues.services import calendars

AHEAD = timedelta(days=14)
"""How far ahead the copy goes, and how long it is kept."""

NAME = "Next two weeks {}.json"


@dataclass(frozen=True, slots=True)
class Stop:
    """One appointment: local times, the booking's number and the place in words."""

    starts: datetime
    ends: datetime
    place: str
    reference: str
    tentative: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """What was true when it was made."""

    made: datetime
    login: str
    stops: tuple[Stop, ...]


def look(session: Session, viewer: Viewer, *, now: datetime) -> Copy:
    """The viewer's own appointments from today until two weeks ahead."""
    found = calendars.mine(session, viewer, now=now)
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return Copy(
        now,
        viewer.login,
        tuple(
            Stop(each.starts, each.ends, each.place, each.reference, each.tentative)
            for each in found
            if not each.cancelled and today <= each.starts < now + AHEAD
        ),
    )


def keep(copy: Copy, folder: Path | None = None) -> None:
    """Put the copy in the place of the one before.

    Raises:
        VenuesError: it cannot be written there.
    """
    path = _path(copy.login, folder)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    whole_file.write(path, json.dumps(asdict(copy), default=str, indent=1).encode())


def kept(login: str, *, now: datetime, folder: Path | None = None) -> Copy | None:
    """The copy of whoever has that login, without what is over; None without one."""
    clear(now, folder)
    found = _read(_path(login, folder))
    if found is None:
        return None
    return replace(found, stops=tuple(each for each in found.stops if each.ends > now))


def clear(now: datetime, folder: Path | None = None) -> None:
    """Throw away the copies that have grown old, whoever's they are."""
    for path in (folder or paths.data_folder()).glob(NAME.format("*")):
        found = _read(path)
        if found is None or found.made < now - AHEAD:
            with suppress(OSError):
                path.unlink()


def _path(login: str, folder: Path | None) -> Path:
    """Its name tells nobody whose it is."""
    mark = sha256(login.encode()).hexdigest()[:8]
    return (folder or paths.data_folder()) / NAME.format(mark)


def _read(path: Path) -> Copy | None:
    """What a file says; None where there is none, or none of ours."""
    moment = datetime.fromisoformat
    try:
        said = json.loads(path.read_bytes())
        stops = tuple(
            Stop(
                moment(each["starts"]),
                moment(each["ends"]),
                str(each["place"]),
                str(each["reference"]),
                bool(each["tentative"]),
            )
            for each in said["stops"]
        )
        return Copy(moment(said["made"]), str(said["login"]), stops)
    except (OSError, ValueError, TypeError, KeyError):
        return None
