"""A booking that somebody moved who does not see all of it: its worker looks again.

Whoever moves it is asked whether its worker has agreed, and is told of nothing that has
to do with its kind or its case; so each such booking is put on the list, whatever it
is, and the one who knows it decides.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.audit import stamp
from venues.database.models import Booking, BookingRoom, Review

CAUSE = "moved"
WORDS = (
    "Moved by a coordinator. Open the booking to see whether the new place and time "
    "suit it."
)


def origin(session: Session, booking: Booking) -> str:
    """A mark of where it was when its worker last knew; read before it is moved."""
    row = _row(session, booking.id)
    if row is not None and row.resolved_at is None and row.grounds:
        return row.grounds
    return _mark(session, booking)


def note(session: Session, booking: Booking, was: str) -> None:
    """Put it on the list, unless it is back where it was."""
    if _mark(session, booking) == was:
        return
    row = _row(session, booking.id)
    if row is None:
        row = Review(booking_id=booking.id, cause=CAUSE)
        session.add(row)
    row.raised_at = stamp()
    row.resolved_at = row.resolved_by = row.gone_at = None
    row.how, row.words, row.grounds = "", WORDS, was
    session.flush()


def forget(session: Session, booking_id: int) -> None:
    """Take it off the list again: whoever moved it knew that the new place suits it."""
    row = _row(session, booking_id)
    if row is not None:
        session.delete(row)
        session.flush()


def _row(session: Session, booking_id: int) -> Review | None:
    return session.scalar(
        select(Review).where(Review.booking_id == booking_id, Review.cause == CAUSE)
    )


def _mark(session: Session, booking: Booking) -> str:
    rooms = session.scalars(
        select(BookingRoom.room_id)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
    )
    return f"{booking.starts}/{booking.ends}/{[*rooms]}"
