"""What cancelling costs, where a venue charges for late notice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain.hire import amount
from venues.domain.people import Viewer
from venues.domain.rules import charge
from venues.services import booking_reading, venue_answers


@dataclass(frozen=True, slots=True)
class Costs:
    """What is charged all the same; ``pence`` in all, and a sentence that says so."""

    pence: int = 0
    words: str = ""


def cancelling(
    session: Session, booking_ids: Iterable[int], viewer: Viewer, *, now: datetime
) -> Costs:
    """What it costs to cancel those bookings now; no words where it costs nothing.

    Raises:
        NotFound: one of them is not theirs.
    """
    catalogue = catalogues.read(session)
    charged: dict[str, int] = {}
    for id_ in dict.fromkeys(booking_ids):
        booking = booking_reading.by_id(session, id_, viewer)
        hired = venue_answers.given_up(session, catalogue, booking)
        if hired is not None and (pence := hired.charge(now.date())):
            charged[hired.venue] = charged.get(hired.venue, 0) + pence
    if not charged:
        return Costs()
    total = sum(charged.values())
    words = charge.cancelling(total)
    if len(charged) > 1:
        each = ", ".join(f"{name} {amount(pence)}" for name, pence in charged.items())
        words = f"{words} ({each})"
    return Costs(total, words)
