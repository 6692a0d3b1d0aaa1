"""Ending a series early: what is still to come is cancelled, what is past stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Booking
from venues.database.no_go import LIVE
from venues.domain.people import Viewer
from venues.errors import WrongInput
from venues.services import booking_changes
from venues.services.judging import Booked
from venues.services.series import reading, rows, taking_back
from venues.services.series.taking_back import Before


@dataclass(frozen=True, slots=True)
class Ended:
    """The appointments that were cancelled, and the way back."""

    cancelled: tuple[Booked, ...]
    before: Before


def end(
    session: Session,
    series_id: int,
    viewer: Viewer,
    *,
    last: date,
    reason: str,
    now: datetime,
) -> Ended:
    """Cancel the series' appointments after its new last day.

    Raises:
        NotFound: there is no such series, or it is not theirs to change.
        WrongInput: nothing is left to cancel, or the reason cannot be used.
    """
    reading.show(session, series_id, viewer)
    stored = taking_back.stored(session, series_id)
    later = [
        booking.id
        for booking in session.scalars(
            select(Booking)
            .where(
                Booking.series_id == series_id,
                Booking.status.in_(LIVE),
                Booking.ends > now,
            )
            .order_by(Booking.starts)
        )
        if booking.starts.date() > last
    ]
    if not later:
        raise WrongInput("Nothing of it is booked after that day.", "last")
    cancelled = tuple(
        booking_changes.cancel(session, id_, viewer, reason=reason, now=now)
        for id_ in later
    )
    rows.shorten(session, series_id, last)
    before = Before(series=stored, changed=(), gone=tuple(later))
    return Ended(cancelled, taking_back.done(session, before, series_id, (), ()))
