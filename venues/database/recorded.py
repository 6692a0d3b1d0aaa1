"""What is recorded of venues and rooms: which needs each of them meets."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Feature

Features = dict[tuple[int, int | None], list[Any]]
"""Venue and room, or the venue alone → its rows; none where nothing is recorded."""


def read(session: Session) -> Features:
    """Everything that is recorded, in one statement."""
    found: Features = defaultdict(list)
    for row in session.execute(select(Feature.__table__)):
        found[row.venue_id, row.room_id].append(row)
    return found
