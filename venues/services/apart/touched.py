"""Bookings that a link or a venue not to use touches."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, exists, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import no_go
from venues.database.models import Attendance, Booking, BookingRoom, Room
from venues.domain.people import Viewer
from venues.domain.privacy import Seen
from venues.services import stays
from venues.services.apart import access


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A booking to come of one of the cases; ``review`` where it may not stand."""

    booking_id: int
    reference: str
    starts: datetime
    ends: datetime
    venue: str
    review: bool


def bookings(
    session: Session, case_ids: Collection[int], viewer: Viewer, *, now: datetime
) -> tuple[Touched, ...]:
    """The bookings to come of those cases, those to be reviewed first.

    Each is judged by its own case's windows.
    Whoever shows them has looked up whose they are, which is written down.

    Raises:
        NotAllowed: the viewer does not keep people apart.
    """
    access.check(viewer)
    catalogue = catalogues.read(session)
    about = exists().where(
        Attendance.booking_id == Booking.id,
        Attendance.case_id.in_(sorted(case_ids)),
    )
    where = and_(Booking.ends > now, Booking.status.in_(no_go.LIVE), about)
    rows = stays.of_bookings(session, catalogue, viewer, where)
    refused = _refused(session, case_ids, now)
    found = [
        Touched(
            booking_id=each.booking_id,
            reference=each.reference,
            starts=each.starts,
            ends=each.ends,
            venue=catalogue.rooms[each.room_id].venue.name,
            review=each.booking_id in refused,
        )
        for each in rows
        if each.booking_id is not None
    ]
    return tuple(sorted(found, key=lambda each: (not each.review, each.starts)))


def seen(session: Session, booking_id: int, viewer: Viewer) -> Seen | None:
    """That booking as the viewer may see it, for moving it; None if it is gone."""
    access.check(viewer)
    catalogue = catalogues.read(session)
    found = stays.of_bookings(session, catalogue, viewer, Booking.id == booking_id)
    return next(iter(found), None)


def _refused(
    session: Session, case_ids: Collection[int], now: datetime
) -> frozenset[int]:
    """Those of the bookings that lie in a window of one of their own cases."""
    buffers = catalogues.read(session).numbers.buffers
    rows = session.execute(
        select(
            Attendance.case_id,
            Booking.id,
            Booking.starts,
            Booking.ends,
            Room.venue_id,
        )
        .join(Booking, Booking.id == Attendance.booking_id)
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .join(Room, Room.id == BookingRoom.room_id)
        .where(
            Attendance.case_id.in_(sorted(case_ids)),
            Booking.ends > now,
            Booking.status.in_(no_go.LIVE),
        )
    ).all()
    windows = {
        (case_id, day): no_go.windows(session, [case_id], [day], buffers)
        for case_id, day in sorted({(row.case_id, row.starts.date()) for row in rows})
    }
    return frozenset(
        row.id
        for row in rows
        for window in windows[row.case_id, row.starts.date()]
        if window.venue_id == row.venue_id
        and window.starts < row.ends
        and row.starts < window.ends
    )
