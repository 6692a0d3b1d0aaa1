"""What the opening dialog has done in the background."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from ui.jobs import Progress
from venues import passwords
from venues.address import Address, Place
from venues.services import joining, restoring, starting
from venues.services.joining import JoinDraft
from venues.services.staffing import StaffDraft


def enter(place: Place, draft: StaffDraft, today: date, _progress: Progress) -> str:
    """A new database with that person, or that person in one that has nobody."""
    if isinstance(place, Path) and not place.exists():
        return starting.empty(place, draft, today)
    return starting.first_person(place, draft, today)


def join(draft: JoinDraft, _progress: Progress) -> Address:
    """A shared database that opens; it is tried before."""
    return joining.join(draft)


def can_keep(_progress: Progress) -> bool:
    """Whether there is a keyring: finding that out loads it."""
    return passwords.can_keep()


def sample(path: Path, today: date, progress: Progress) -> str:
    """A database full of sample data; returns the login to begin with."""
    return starting.with_sample(path, today, progress)


def put_back(path: Path, backup: Path, now: datetime, progress: Progress) -> str:
    """A backup in the place of the file; whoever sat here last sits here again."""
    restoring.restore(path, backup, now=now, progress=progress)
    return ""
