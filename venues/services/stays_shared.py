"""Reads what holds rooms on a server, for whoever does not see whose it is.

Whatever is somebody else's comes without a booking, and so is masked as any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from venues.database.session import BLIND
from venues.domain import privacy
from venues.domain.privacy import Expected, Stay

_HELD = text(
    """
SELECT space, "from", until, hold.booking_id, worker.staff_id
FROM taken
LEFT JOIN hold ON space_id = space AND starts = "from"
LEFT JOIN worker ON worker.booking_id = hold.booking_id
WHERE "from" > :earliest AND "from" < :until AND until > :first
    AND space = ANY(CAST(:spaces AS int[]))
ORDER BY "from", space, worker.id
"""
)
"""Of ``hold`` and ``worker`` only one's own rows are there."""

_PAPER = text(
    "SELECT * FROM venues_paper(:first, :until, CAST(:spaces AS int[])) AS told"
)


def is_blind(session: Session) -> bool:
    """Whether the server keeps from this session what is not its own person's."""
    return bool(session.info.get(BLIND))


def held(session: Session, given: dict[str, Any]) -> list[Any]:
    """Space, from, until, booking and worker, the last two where they are one's own."""
    return list(session.execute(_HELD, given))


def unconfirmed(
    session: Session, first: datetime, until: datetime, spaces: Collection[int]
) -> frozenset[tuple[int, datetime]]:
    """Space and start of what is held while its venue has not said yes."""
    rows = _paper(session, first, until, spaces)
    return frozenset((row.space_id, row.starts) for row in rows if row.unconfirmed)


def expected(
    session: Session,
    rooms: dict[int, list[int]],
    *,
    first: datetime,
    until: datetime,
) -> list[Expected]:
    """What reception is told; ``rooms`` are those of each space."""
    rows = _paper(session, first, until, rooms)
    placed: dict[int, dict[int, Any]] = defaultdict(dict)
    for row in rows:
        placed[row.number][row.room_id] = row.layout
    found: dict[tuple[int, int, datetime], Expected] = {}
    for row in rows:
        for room_id in rooms[row.space_id]:
            key = (room_id, row.number, row.starts)
            if key not in found:
                layouts = placed[row.number]
                found[key] = (
                    privacy.expected(_stay(row, room_id, layouts[room_id] or ""))
                    if room_id in layouts
                    else Expected(room_id=room_id, starts=row.starts, ends=row.ends)
                )
    return [found[key] for key in sorted(found, key=lambda key: (key[0], key[2]))]


def _paper(
    session: Session, first: datetime, until: datetime, spaces: Collection[int]
) -> list[Any]:
    given = {"first": first, "until": until, "spaces": sorted(spaces)}
    return list(session.execute(_PAPER, given))


def _stay(row: Any, room_id: int, layout: str) -> Stay:
    """As much of a booking as reception is told."""
    return Stay(
        booking_id=0,
        reference="",
        room_id=room_id,
        starts=row.starts,
        ends=row.ends,
        held_from=row.starts,
        held_until=row.ends,
        status="",
        kind="",
        kind_code="",
        audience="",
        people=row.people,
        needs=tuple(row.needs),
        layout=layout,
        ask_for=row.ask_for,
    )
