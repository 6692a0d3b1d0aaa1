"""Whether the police came to a meeting for which somebody was to stand for them.

The joint inspection asked for police at all risk management meetings; who was planned
and who came are both kept, so that it can be reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database.models import Booking, Worker
from venues.domain import privacy
from venues.domain.people import Viewer
from venues.domain.privacy import Sight
from venues.errors import NotFound, WrongInput
from venues.services import booking_reading, booking_rows

FORTNIGHT = timedelta(days=14)
NOT_NAMED = "Nobody was to stand for the police there."
SAID = {None: "not noted yet", True: "came", False: "did not come"}


@dataclass(frozen=True, slots=True)
class Police:
    """Who was to stand for the police (a role or an agency), and whether they came."""

    who: str
    came: bool | None

    @property
    def words(self) -> str:
        """As the details of a booking say it."""
        return f"{self.who} ({SAID[self.came]})"


def read(session: Session, booking_id: int, viewer: Viewer) -> Police | None:
    """What is known of it, for those who see all of the booking."""
    row = _row(session, booking_id, viewer)
    return Police(row.agency or "", row.attended) if row is not None else None


def to_note(
    session: Session, where: ColumnElement[bool], now: datetime
) -> tuple[tuple[int, str], ...]:
    """Those of the bookings of which it is still to be noted, and who was named.

    They have begun, and are no older than two weeks.
    """
    rows = session.execute(
        select(Worker.booking_id, Worker.agency)
        .join(Booking, Booking.id == Worker.booking_id)
        .where(
            where,
            Worker.part == booking_rows.POLICE,
            Worker.attended.is_(None),
            Booking.starts <= now,
            Booking.ends > now - FORTNIGHT,
        )
        .order_by(Worker.booking_id)
    )
    return tuple((booking_id, agency or "") for booking_id, agency in rows)


def note(
    session: Session,
    booking_id: int,
    viewer: Viewer,
    *,
    came: bool | None,
    now: datetime,
) -> bool | None:
    """Write down whether they came; returns what stood there before.

    Raises:
        NotFound: nobody was named, or the booking is not the viewer's.
        WrongInput: it has not begun yet.
    """
    row = _row(session, booking_id, viewer)
    if row is None:
        raise NotFound(NOT_NAMED)
    if booking_reading.by_id(session, booking_id, viewer).starts > now:
        raise WrongInput("That meeting has not begun yet.", "police")
    before, row.attended = row.attended, came
    session.flush()
    return before


def _row(session: Session, booking_id: int, viewer: Viewer) -> Worker | None:
    workers = session.scalars(
        select(Worker).where(Worker.booking_id == booking_id).order_by(Worker.id)
    ).all()
    ids = frozenset(row.staff_id for row in workers if row.staff_id is not None)
    if privacy.sight(viewer, ids) is not Sight.FULL:
        return None
    return next((row for row in workers if row.part == booking_rows.POLICE), None)
