"""What became of each date of a series, for whoever may see its bookings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, Series, SeriesDate
from venues.domain.people import Viewer
from venues.domain.privacy import Seen
from venues.domain.proposal import Room
from venues.domain.rules import no_go
from venues.errors import NotFound
from venues.services import stays

NOT_THERE = "There is no series with that number, or it is not yours to see."
NOT_AS_ASKED = "It did not fit then."
"""All that is said to anybody but whoever booked it: the sentence was theirs to read,
and may say where they were, or what the appointment is about."""


@dataclass(frozen=True, slots=True)
class Date:
    """One date: its outcome, why, and the booking as the viewer may see it."""

    day: date
    outcome: str
    why: str = ""
    seen: Seen | None = None
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A series: its rule in words, and each of its dates in order."""

    id: int
    words: str
    dates: tuple[Date, ...]


def of_booking(session: Session, booking_id: int) -> int | None:
    """The number of the series that a booking belongs to."""
    return session.scalar(select(Booking.series_id).where(Booking.id == booking_id))


def show(session: Session, series_id: int, viewer: Viewer) -> Shown:
    """The series with that number.

    Raises:
        NotFound: there is none, or the viewer sees none of its bookings; the two
            answer the same.
    """
    series = session.get(Series, series_id)
    catalogue = catalogues.read(session)
    rows = stays.of_bookings(session, catalogue, viewer, Booking.series_id == series_id)
    seen = {row.booking_id: row for row in rows if not row.masked}
    if series is None or not seen:
        raise NotFound(NOT_THERE)
    stored = session.scalars(
        select(SeriesDate)
        .where(SeriesDate.series_id == series_id)
        .order_by(SeriesDate.day)
    )
    return Shown(
        series.id,
        series.words,
        tuple(
            Date(
                row.day,
                row.outcome,
                _why(row, own=series.made_by in viewer.owns),
                booking := seen.get(row.booking_id),
                catalogue.rooms[booking.room_id] if booking else None,
            )
            for row in stored
        ),
    )


def _why(row: SeriesDate, *, own: bool) -> str:
    if not own:
        return NOT_AS_ASKED if row.why or row.for_a_person else ""
    return no_go.FINDING.message if row.for_a_person else row.why
