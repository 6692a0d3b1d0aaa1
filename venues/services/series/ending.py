"""Ending a series early: what is still to come is cancelled, what is past stays."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Booking
from venues.database.no_go import LIVE
from venues.domain.people import Viewer
from venues.errors import WrongInput
from venues.services import booking_changes
from venues.services.bookings import Booked
from venues.services.series import reading


def end(
    session: Session,
    series_id: int,
    viewer: Viewer,
    *,
    last: date,
    reason: str,
    now: datetime,
) -> tuple[Booked, ...]:
    """Cancel the series' appointments after its new last day; returns those.

    Raises:
        NotFound: there is no such series, or it is not theirs to change.
        WrongInput: nothing is left to cancel, or the reason cannot be used.
    """
    reading.show(session, series_id, viewer)
    ids = session.scalars(
        select(Booking.id)
        .where(
            Booking.series_id == series_id,
            Booking.status.in_(LIVE),
            Booking.ends > now,
        )
        .order_by(Booking.starts)
    ).all()
    later = [id_ for id_ in ids if session.get_one(Booking, id_).starts.date() > last]
    if not later:
        raise WrongInput("Nothing of it is booked after that day.", "last")
    return tuple(
        booking_changes.cancel(session, id_, viewer, reason=reason, now=now)
        for id_ in later
    )
