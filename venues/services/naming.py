"""Names of what somebody does, as they stand after "Undo": a room, never a person."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import journal
from venues.database.models import Venue


def of_room(session: Session, words: str, room_id: int) -> None:
    """Call what the unit does after a room: "booking of {}"."""
    room = catalogues.read(session).rooms[room_id]
    journal.call(session, words.format(room.name))


def of_venue(session: Session, words: str, venue_id: int) -> None:
    """Call what the unit does after a venue: "closure of {}"."""
    name = session.scalar(select(Venue.name).where(Venue.id == venue_id)) or ""
    journal.call(session, words.format(name))
