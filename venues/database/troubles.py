"""From whatever a database complains of to a sentence somebody can act on."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from venues.database.complaints import SENTENCES, constraint
from venues.database.models import Base
from venues.errors import (
    Busy,
    CannotOpen,
    Clash,
    Lost,
    NotAllowed,
    Stopped,
    VenuesError,
)

SAVING = "Somebody else is saving. Try again in a moment."


class Crossed(Busy):
    """Somebody else's change came between; this one can begin anew."""


_TROUBLE: dict[str, tuple[type[VenuesError], str]] = {
    "locked": (Busy, SAVING),
    "busy": (Busy, SAVING),
    "disk is full": (
        CannotOpen,
        "The disk is full, so nothing was saved. Make room on it, then save again.",
    ),
    "readonly": (
        CannotOpen,
        (
            "The database can be read but not changed. Ask whoever looks after this PC "
            "for the right to change it."
        ),
    ),
    "malformed": (
        CannotOpen,
        "The database is damaged. Nothing more was written. Restore the last backup.",
    ),
    "not a database": (
        CannotOpen,
        (
            "The file is not a Venues database, or it is damaged. "
            "Choose another, or restore a backup."
        ),
    ),
    "disk I/O": (
        CannotOpen,
        (
            "The disk could not be read or written, so nothing was saved. "
            "Check that it is still connected, then try again."
        ),
    ),
    "unable to open": (
        CannotOpen,
        (
            "The database cannot be opened. Check that its folder is there and may be "
            "written to."
        ),
    ),
    "no such table": (
        CannotOpen,
        "The file is not a whole Venues database. Choose another, or restore a backup.",
    ),
}
"""Words of SQLite's → what to tell the user."""

NOT_WHOLE = (
    "The shared database is not whole. Ask whoever looks after the server to prepare "
    "it: shared create."
)

_STATES: dict[str, tuple[type[VenuesError], str]] = {
    "40001": (Crossed, SAVING),
    "40P01": (Crossed, SAVING),
    "55P03": (Busy, SAVING),
    "57014": (
        Stopped,
        "The shared database took too long, so nothing was saved. Try again.",
    ),
    "53100": (
        CannotOpen,
        (
            "The server's disk is full, so nothing was saved. Tell whoever looks after "
            "it."
        ),
    ),
    "53300": (
        Busy,
        "The server has no place left for another PC. Try again in a moment.",
    ),
    "25006": (
        CannotOpen,
        (
            "The shared database can be read but not changed at present. Ask whoever "
            "looks after the server."
        ),
    ),
    "42501": (NotAllowed, "Your sign-in to the shared database does not allow that."),
    "42P01": (CannotOpen, NOT_WHOLE),
    "42883": (CannotOpen, NOT_WHOLE),
}
"""PostgreSQL's states (appendix A of its manual) → what to tell the user."""

GONE = (
    "There is no connection to the shared database. What is on the screen stays as it "
    "was, and is brought up to date when the connection is back."
)
UNKNOWN = (
    "The connection to the shared database was lost. When it is back, look whether "
    "your change is there before you save it again."
)

NOT_SAVED = (
    "There is no connection to the shared database, so nothing was saved. "
    "Save again when it is back."
)

_OF_POSTGRES = {"23502": "NOT NULL", "23503": "FOREIGN KEY"}


def translate(error: DBAPIError) -> VenuesError | None:
    """The trouble in plain English, or None if it is a mistake of our own."""
    if hasattr(error.orig, "sqlstate"):
        return _translate(error, error.orig)
    complaint = str(error.orig)
    if isinstance(error, IntegrityError):
        found = constraint(complaint)
        return Clash(SENTENCES[found]) if found else None
    for words, (kind, sentence) in _TROUBLE.items():
        if words in complaint:
            return kind(sentence)
    return None


def _translate(error: DBAPIError, said: Any) -> VenuesError | None:
    """The same for PostgreSQL, which says what it means by a state and a name."""
    state = said.sqlstate or ""
    if state in _STATES:
        kind, sentence = _STATES[state]
        return kind(sentence)
    unreached = isinstance(error, OperationalError) and not state
    if unreached or error.connection_invalidated or state[:2] in {"08", "57"}:
        return Lost(GONE)
    if isinstance(error, IntegrityError):
        name = str(_OF_POSTGRES.get(state) or said.diag.constraint_name)
        promise = SENTENCES.get(_columns().get(name, name))
        return Clash(promise) if promise else None
    return None


@cache
def _columns() -> dict[str, str]:
    """Constraint that allows no two alike → the columns it is about, as SQLite says."""
    found = {}
    for table in Base.metadata.sorted_tables:
        unique: list[Any] = [
            each for each in table.constraints if isinstance(each, UniqueConstraint)
        ]
        unique += [each for each in table.indexes if each.unique]
        for each in (table.primary_key, *unique):
            names = ", ".join(f"{table.name}.{column.name}" for column in each.columns)
            if str(each.name) not in SENTENCES:
                found[str(each.name)] = names
    return found
