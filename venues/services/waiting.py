"""How many things wait for somebody: the number beside Today."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.services import room_requests, today
from venues.services.rehousing import telling
from venues.services.reviews import listing
from venues.services.sign_offs import queue


def count(session: Session, viewer: Viewer, now: datetime) -> int:
    """What needs the viewer on Today: their own matters, lists, and requests."""
    return (
        len(today.needs(session, viewer, now))
        + listing.count(session, viewer, now)
        + queue.count(session, viewer, now)
        + len(room_requests.to_pass_on(session, viewer, now))
        + len(room_requests.to_answer(session, viewer, now))
        + telling.count(session, viewer, now)
    )
