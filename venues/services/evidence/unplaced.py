"""Bookings that a closure leaves without a place, kept as unmet need.

Whoever closes a place may not know what a booking is for, and does not learn it here:
the need belongs to the booking's own worker, who may change or withdraw it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import AppointmentType, Booking, UnmetNeed, Worker
from venues.domain import unmet
from venues.domain.findings import Reason
from venues.services.demand import band


def record(
    session: Session, unplaced: Iterable[tuple[int, Iterable[Reason]]]
) -> tuple[int, ...]:
    """Write down a need for each booking (id, what kept each room out); their ids.

    Kept are the week, the part of the day, the set, the authority, how many people and
    their needs: no case, no day, no venue. A booking without a worker of ours belongs
    to nobody, and only managers change it.
    """
    rows = []
    for id_, reasons in unplaced:
        booking, of_set = session.execute(
            select(Booking, AppointmentType.set)
            .join(AppointmentType, AppointmentType.id == Booking.type_id)
            .where(Booking.id == id_)
        ).one()
        day = booking.starts.date()
        missing = unmet.proposed(reasons) or (unmet.Missing.FULL,)
        row = UnmetNeed(
            week=day - timedelta(days=day.weekday()),
            set=of_set,
            band=band(booking.starts.time()).value,
            authority_id=booking.authority_id,
            needs=sorted(booking.needs),
            people=booking.people,
            reasons=unmet.stored(missing),
            made_by=_lead(session, id_),
        )
        session.add(row)
        rows.append(row)
    session.flush()
    return tuple(row.id for row in rows)


def forget(session: Session, ids: Iterable[int], today: date) -> None:
    """Count them no more, as what they came from was taken back."""
    for row in session.scalars(select(UnmetNeed).where(UnmetNeed.id.in_(list(ids)))):
        row.withdrawn_on = row.withdrawn_on or today


def bring_back(session: Session, ids: Iterable[int]) -> None:
    """Count them again."""
    for row in session.scalars(select(UnmetNeed).where(UnmetNeed.id.in_(list(ids)))):
        row.withdrawn_on = None


def _lead(session: Session, booking_id: int) -> int | None:
    """The member of staff who comes first in a booking."""
    return session.scalars(
        select(Worker.staff_id)
        .where(Worker.booking_id == booking_id, Worker.staff_id.is_not(None))
        .order_by(Worker.id)
    ).first()
