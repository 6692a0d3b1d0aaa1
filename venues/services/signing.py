"""The conditions a booking is written with; whether a manager's yes still stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import term_days
from venues.database.catalogue import Catalogue
from venues.database.models import Attendance, Booking, BookingRoom, Condition
from venues.domain import meeting
from venues.domain.proposal import Appointment, Room

SIGN_OFF = "sign-off"


def stands(
    session: Session, booking: Booking, wanted: tuple[Appointment, tuple[Room, ...]]
) -> bool:
    """Whether it was signed off, and is still what a manager said yes to.

    Another time, room, kind or person is something else.
    """
    asked, rooms = wanted
    met = session.scalar(
        select(Condition.met_at).where(
            Condition.booking_id == booking.id, Condition.kind == SIGN_OFF
        )
    )
    same = (booking.starts, booking.ends, booking.type_id) == (
        asked.period.starts,
        asked.period.ends,
        asked.kind.id,
    )
    if met is None or not same:
        return False
    room_ids = session.scalars(
        select(BookingRoom.room_id)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
    )
    case_ids = session.scalars(
        select(Attendance.case_id).where(Attendance.booking_id == booking.id)
    )
    return [*room_ids] == [room.id for room in rooms] and (
        set(case_ids) == set(asked.case_ids)
    )


def opened(
    booking_id: int,
    kinds: Iterable[str],
    asked: Appointment,
    catalogue: Catalogue,
    today: date,
) -> list[Condition]:
    """The rows of conditions that are open, each with the day it is due."""
    return [
        Condition(booking_id=booking_id, kind=kind, due=due(asked, catalogue, today))
        for kind in kinds
    ]


def due(asked: Appointment, catalogue: Catalogue, today: date) -> date:
    """So many working days before, when it begins to be urgent; never in the past."""
    closed = partial(term_days.bank_holiday, catalogue)
    days = catalogue.numbers.police_urgent_days
    return max(today, meeting.days_before(asked.period.day, days, closed))
