"""Hears that another PC changed a shared database, and which tables.

A change tells the names of its tables with its COMMIT (``NOTIFY``), so nobody hears of
what never came to be. What is about cases, links, codes and reviews is told as a change
of bookings: that somebody was looked for, or is now kept apart, is not for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Any

import psycopg

from venues.database.models import Base

CHANNEL = "venues_changed"
SHOWN = "booking"
QUIET = frozenset(
    {
        "case",
        "case_hours",
        "case_staff",
        "case_venue",
        "code",
        "condition",
        "done",
        "look",
        "override",
        "request",
        "review",
        "separation",
        "sign_off",
        "tie",
    }
)
"""Tables whose changes are told as those of bookings, and heard so."""

TELL = "SELECT pg_notify(%s, %s), pg_current_xact_id_if_assigned()::text"
"""Tells it, and asks for what the server calls the change that tells it."""


def words(own: str, tables: Collection[str]) -> str:
    """What is told: who it comes from, and the names."""
    names = {SHOWN if name in QUIET else name for name in tables}
    return f"{own}:{','.join(sorted(names))}"


def heard(own: str, told: str) -> frozenset[str]:
    """The tables that somebody else changed; none if it was told by ourselves."""
    who, _, names = told.partition(":")
    if who == own or not names:
        return frozenset()
    found = frozenset(names.split(","))
    return found | QUIET if SHOWN in found else found


class Listening:
    """A connection that does nothing but listen.

    ``connect`` makes one; ``own`` is what our own changes are told by.
    """

    def __init__(
        self, connect: Callable[[], psycopg.Connection[Any]], own: str
    ) -> None:
        self._connect = connect
        self._own = own
        self._raw: psycopg.Connection[Any] | None = None
        self._begin()

    def look(self) -> frozenset[str]:
        """The tables that somebody else changed since the last look.

        All of them after a connection that was lost: something may have been missed.
        Nothing while there is none.
        """
        if self._raw is None:
            return frozenset(Base.metadata.tables) if self._begin() else frozenset()
        try:
            notes = [note.payload for note in self._raw.notifies(timeout=0)]
        except psycopg.Error:
            self.close()
            return frozenset()
        return frozenset[str]().union(*(heard(self._own, note) for note in notes))

    def close(self) -> None:
        """Listen no more."""
        if self._raw is not None:
            with suppress(psycopg.Error):
                self._raw.close()
            self._raw = None

    def _begin(self) -> bool:
        with suppress(psycopg.Error):
            raw = self._connect()
            raw.autocommit = True
            raw.execute(f"LISTEN {CHANNEL}")
            self._raw = raw
        return self._raw is not None
