"""Releases what is still provisional when it is due, where the service wants that.

As the program comes nothing is released: it is kept, and listed as urgent.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import ACTOR
from venues.database.models import Booking, BookingRoom, Condition
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.services import attempts, booking_changes, booking_reading
from venues.services.bookings import Booked
from venues.services.conditions import RELEASED
from venues.services.rehousing import telling

BACK = "bringing back in {}"


def release(database: Database, now: datetime) -> int:
    """Free what was due before today and is open still; returns how many were.

    Each of their workers is told. Nobody did it, so nobody stands in its history. What
    has begun stays as it is.

    Raises:
        Busy: somebody else is saving, when there is something to release.
    """
    if database.blind:  # a coordinator's PC sees to all of them
        return 0
    with database.read() as session:
        if not catalogues.read(session).numbers.releases:
            return 0
        if session.scalar(_late(now).limit(1)) is None:
            return 0
    with database.write() as session:
        session.info[ACTOR] = None
        ids = session.scalars(_late(now)).all()
        for id_ in ids:
            booking = session.get_one(Booking, id_)
            here = _room(session, id_), Period(booking.starts, booking.ends)
            booking_changes.give_up(session, booking, RELEASED)
            telling.tell(session, id_, None, here, here)
    return len(ids)


def bring_back(
    database: Database, notice_id: int, viewer: Viewer, *, now: datetime
) -> Booked:
    """Book it again as it was, if that is still possible; its worker has seen it.

    Raises:
        Refused: a rule forbids it now; with a code when it is about a person.
        NotFound: it is not theirs.
        WrongInput: it is not cancelled any more, or its time has passed.
    """
    with database.read() as session:
        booking = booking_reading.by_id(
            session, telling.booking_of(session, notice_id, viewer), viewer
        )
        request, case_ids = booking_reading.stored(session, booking)
        booking_id = booking.id

    def work(session: Session) -> Booked:
        telling.note(session, notice_id, viewer)
        return booking_changes.restore(session, booking_id, viewer, now=now)

    attempt = (request.room_ids[0], case_ids, request.period)
    return attempts.change(database, viewer, attempt, work, BACK)


def _late(now: datetime) -> Select[int]:
    """Bookings to come with a condition that is open and was due before today."""
    late = select(Condition.booking_id).where(
        Condition.met_at.is_(None), Condition.due < now.date()
    )
    return (
        select(Booking.id)
        .where(
            Booking.status == "provisional", Booking.starts > now, Booking.id.in_(late)
        )
        .order_by(Booking.id)
    )


def _room(session: Session, booking_id: int) -> int:
    room_id = session.scalar(
        select(BookingRoom.room_id)
        .where(BookingRoom.booking_id == booking_id)
        .order_by(BookingRoom.id)
        .limit(1)
    )
    assert room_id is not None  # noqa: S101 - each booking has a room
    return room_id
