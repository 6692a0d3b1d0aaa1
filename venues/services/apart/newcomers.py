"""Bookings of references that are new wait until those have been confirmed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database.audit import stamp
from venues.database.models import Attendance, Booking, Case, Condition
from venues.database.no_go import LIVE
from venues.domain.people import Viewer, may_use

CONDITION = "reference"


def settle(session: Session, case_ids: Collection[int], viewer: Viewer) -> None:
    """Confirm the bookings that waited for these cases, or let them wait again.

    Called in the unit of work that changes a case, after it has been flushed.
    """
    rows = session.execute(
        select(Condition, Booking)
        .join(Booking, Booking.id == Condition.booking_id)
        .join(Attendance, Attendance.booking_id == Booking.id)
        .where(
            Condition.kind == CONDITION,
            Attendance.case_id.in_(sorted(case_ids)),
            Booking.status.in_(LIVE),
        )
    )
    for condition, booking in {(row[0], row[1]) for row in rows}:
        new = _new(session, booking.id)
        if new == (condition.met_at is None):
            continue
        condition.met_by = None if new else viewer.staff_id
        condition.met_at = None if new else stamp()
        session.flush()
        _stand(session, booking)
    session.flush()


def count(session: Session, viewer: Viewer, now: datetime) -> int:
    """How many new references wait that a booking to come has; 0 for all others."""
    if not may_use(viewer.role, "keep_apart"):
        return 0
    waiting = (
        select(func.count(Case.id.distinct()))
        .join(Attendance, Attendance.case_id == Case.id)
        .join(Booking, Booking.id == Attendance.booking_id)
        .where(Case.confirmed.is_(False), Booking.status.in_(LIVE), Booking.ends > now)
    )
    return session.scalar(waiting) or 0


def _new(session: Session, booking_id: int) -> bool:
    """Whether one of its cases is still to be confirmed."""
    wanted = (
        select(Case.id)
        .join(Attendance, Attendance.case_id == Case.id)
        .where(Attendance.booking_id == booking_id, Case.confirmed.is_(False))
    )
    return session.scalar(wanted.limit(1)) is not None


def _stand(session: Session, booking: Booking) -> None:
    """Provisional while anything is open, else confirmed."""
    open_ = select(Condition.id).where(
        Condition.booking_id == booking.id, Condition.met_at.is_(None)
    )
    waits = session.scalar(open_.limit(1)) is not None
    status = "provisional" if waits else "confirmed"
    if booking.status != status:
        booking.status = status
        booking.sequence += 1
