"""Bookings that stand in the way of closing or retiring a place."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Hold
from venues.database.models.booking import LONGEST_HOLD
from venues.domain.people import Viewer
from venues.domain.privacy import Seen
from venues.domain.words import count, short_day, span
from venues.errors import Clash
from venues.services import stays

SHOWN = 6
"""Bookings listed in a message; the rest are counted."""

FAR = timedelta(days=3660)
"""Nobody books further ahead."""


def refuse(
    session: Session,
    viewer: Viewer,
    *,
    room_ids: Collection[int],
    first: datetime,
    until: datetime | None = None,
) -> None:
    """Let nothing happen to those rooms while live bookings hold any part of them.

    Set-up, clear-down and turnaround count. The times and rooms are those the viewer
    may see; the others are only counted.

    Raises:
        Clash: there are such bookings; lists them.
    """
    catalogue = catalogues.read(session)
    spaces = {id_ for room in room_ids for id_ in catalogue.rooms[room].space_ids}
    until = until or first + FAR
    held = session.execute(
        select(Hold.booking_id, Hold.offer_id)
        .where(
            Hold.space_id.in_(sorted(spaces)),
            Hold.starts > first - timedelta(hours=LONGEST_HOLD),
            Hold.starts < until,
            Hold.ends > first,
        )
        .distinct()
    ).all()
    if not held:
        return
    affected = {
        room.id for room in catalogue.rooms.values() if spaces & set(room.space_ids)
    }
    rows = stays.between(
        session, catalogue, viewer, first=first, until=until, room_ids=affected
    )
    raise Clash(_sentence(catalogue, rows, len(held)))


def _sentence(catalogue: Catalogue, rows: list[Seen], total: int) -> str:
    seen: dict[int, Seen] = {}
    for row in rows:
        if row.booking_id is not None:
            seen.setdefault(row.booking_id, row)
    shown = sorted(seen.values(), key=lambda row: row.starts)[:SHOWN]
    lines = [
        f"{catalogue.rooms[row.room_id].name}, {short_day(row.starts)}, "
        f"{span(row.starts, row.ends)}"
        for row in shown
    ]
    rest = total - len(shown)
    if rest:
        lines.append(f"and {rest} more" if shown else count(rest, "booking"))
    stand = "stands" if total == 1 else "stand"
    them = "it" if total == 1 else "them"
    listed = "\n".join(lines)
    return (
        f"{count(total, 'booking')} {stand} in the way. Move or cancel {them} first.\n"
        f"{listed}"
    )
