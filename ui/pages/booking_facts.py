"""What a page has to know of bookings before it moves or cancels them."""

from __future__ import annotations

from collections.abc import Sequence

from ui.desk import Desk
from venues.database import catalogue as catalogues
from venues.domain.privacy import Seen
from venues.domain.proposal import Room
from venues.services import diary, hire_costs, venue_answers


def costs(desk: Desk, rows: Sequence[Seen]) -> str:
    """What is charged all the same when they are cancelled, in a sentence."""
    ids = [row.booking_id for row in rows if row.booking_id is not None]
    with desk.database.read() as session:
        found = hire_costs.cancelling(session, ids, desk.viewer, now=desk.now())
    return found.words


def rooms(desk: Desk) -> tuple[Room, ...]:
    """The rooms that a booking can be moved to."""
    with desk.database.read() as session:
        return diary.rooms(session)


def urgent(desk: Desk, row: Seen) -> bool:
    """Whether hardly any working day is left for the venue's yes."""
    with desk.database.read() as session:
        catalogue = catalogues.read(session)
    return venue_answers.is_urgent(catalogue, row.starts.date(), desk.now().date())
