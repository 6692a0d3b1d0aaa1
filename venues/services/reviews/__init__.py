"""Bookings that a later change hit: found, listed, and taken off by a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from venues.database.session import Database


def watch(database: Database, now: Callable[[], datetime]) -> None:
    """From now on, each change of that database is followed by the question it asks.

    The code is loaded with the first change: whoever only looks does without.
    """
    database.watch(partial(_follow, database=database, now=now))


def _follow(
    session: Session, *, database: Database, now: Callable[[], datetime]
) -> None:
    from venues.services.reviews import watching  # noqa: PLC0415 - see watch

    watching.follow(session, database=database, now=now)
