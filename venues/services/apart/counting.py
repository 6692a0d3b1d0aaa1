"""How much people ask a server about others, for managers: who guesses in a loop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from venues.database.keys import on_a_server
from venues.domain.people import Viewer
from venues.services.apart import access

_COUNTED = text(
    "SELECT name, asked, last_day, most, most_day FROM venues_counted() "
    "JOIN staff ON staff.id = staff_id ORDER BY most DESC, name"
)


@dataclass(frozen=True, slots=True)
class Questions:
    """What somebody asked across people: on their last day, and on the busiest one.

    A question is one case on one day, a colleague's day, a reference or a room.
    """

    who: str
    asked: int
    last: date
    most: int
    most_on: date


def questions(session: Session, viewer: Viewer) -> tuple[Questions, ...] | None:
    """Whoever asked most first; None where nothing is counted, in a file.

    Raises:
        NotAllowed: the viewer is not a manager.
    """
    access.check_manager(viewer)
    if not on_a_server(session):
        return None
    return tuple(Questions(*row) for row in session.execute(_COUNTED))
