"""Reads the standing agreements with venues, as the rules see them."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import BlockHire, RoomSpace
from venues.domain.hire import Block


def read(session: Session) -> defaultdict[int, list[Block]]:
    """Venue id → its agreements, in the order of the week."""
    spaces: defaultdict[int, set[int]] = defaultdict(set)
    table, part = BlockHire.__table__, RoomSpace.__table__.c
    hired = select(table.c.room_id).where(table.c.room_id.is_not(None))
    for room_id, space_id in session.execute(
        select(part.room_id, part.space_id).where(part.room_id.in_(hired))
    ):
        spaces[room_id].add(space_id)
    found: defaultdict[int, list[Block]] = defaultdict(list)
    for row in session.execute(
        select(table).order_by(table.c.weekday, table.c.opens, table.c.id)
    ):
        found[row.venue_id].append(
            Block(
                id=row.id,
                room_id=row.room_id,
                space_ids=frozenset(spaces[row.room_id] if row.room_id else ()),
                weekday=row.weekday,
                opens=row.opens,
                closes=row.closes,
                since=row.since,
                until=row.until,
                terms=row.terms,
            )
        )
    return found
