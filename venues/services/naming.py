"""Names of what somebody does, as they stand after "Undo": a room, never a person."""

from __future__ import annotations

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import journal


def of_room(session: Session, words: str, room_id: int) -> None:
    """Call what the unit does after a room: "booking of {}"."""
    room = catalogues.read(session).rooms[room_id]
    journal.call(session, words.format(room.name))
