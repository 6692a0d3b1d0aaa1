"""Codes to quote: random, so that nothing can be read from one."""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import no_go as windows_
from venues.database.audit import stamp
from venues.database.models import Attendance, Booking, BookingRoom, RefusalCode
from venues.database.no_go import BOUNDS
from venues.domain.period import Period

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without those that are mistaken for one another on the telephone."""


def make(
    session: Session,
    staff_id: int | None,
    room_id: int,
    case_ids: tuple[int, ...],
    period: Period,
) -> str:
    """Write down a code for that venue and half-day; ``staff_id`` is who tried."""
    code = "K-" + "".join(secrets.choice(LETTERS) for _ in range(6))
    venue_id = catalogues.read(session).rooms[room_id].venue.id
    case_id, half = _refused_for(session, case_ids, venue_id, period)
    session.add(
        RefusalCode(
            code=code,
            at=stamp(),
            staff_id=staff_id,
            case_id=case_id,
            venue_id=venue_id,
            day=period.day,
            half=half,
            case_ids=[*case_ids] if len(case_ids) > 1 else None,
        )
    )
    session.flush()
    return code


def of_booking(session: Session, booking: Booking) -> str:
    """A code for a booking that has to move, which nobody tried for."""
    room_id = session.scalars(
        select(BookingRoom.room_id)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
    ).first()
    case_ids = session.scalars(
        select(Attendance.case_id)
        .where(Attendance.booking_id == booking.id)
        .order_by(Attendance.case_id)
    )
    period = Period(booking.starts, booking.ends)
    return make(session, None, room_id or 0, tuple(case_ids), period)


def _refused_for(
    session: Session, case_ids: tuple[int, ...], venue_id: int, period: Period
) -> tuple[int | None, int]:
    """The case and the half-day it was refused for, so far as one alone was.

    Each case is asked about, whatever the answers, so that the time tells nothing.
    """
    buffers = catalogues.read(session).numbers.buffers
    halves = windows_.halves([period.day])
    closed = [
        (case_id, window)
        for case_id in case_ids
        for window in windows_.windows(session, [case_id], [period.day], buffers)
        if window.venue_id == venue_id
    ]
    for half, (starts, ends) in enumerate(halves):
        if not (starts < period.ends and period.starts < ends):
            continue
        for case_id, window in closed:
            if window.starts == starts:
                return case_id, half
    begins = sum(bound <= period.starts.time() for bound in BOUNDS) - 1
    return case_ids[0] if case_ids else None, begins
