"""The reason why a booking is on the list because of somebody; the look is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import (
    Booking,
    BookingRoom,
    Case,
    CaseVenue,
    Separation,
    Staff,
    Worker,
)
from venues.domain.people import Role, Viewer
from venues.domain.words import DAYS, clock, day_month
from venues.errors import NotAllowed
from venues.services.apart import access
from venues.services.reviews import kept_apart, listing
from venues.services.reviews.kept_apart import Ground

NOTHING = "Nothing stands behind it any more."
GONE = "a reference that was removed"


def open_reason(
    session: Session, review_id: int, viewer: Viewer, *, now: datetime
) -> tuple[str, ...]:
    """What lies behind a review, in sentences, and a row that says who looked.

    Raises:
        NotAllowed: the viewer keeps nobody apart.
        NotFound: it is no longer on the list.
    """
    if viewer.role not in {Role.COORDINATOR, Role.MANAGER}:
        raise NotAllowed("Only a coordinator or a manager opens a reason.")
    row = listing.one(session, review_id, viewer, now)
    access.record(session, viewer, "review", row.id)
    catalogue = catalogues.read(session)
    found = kept_apart.of_booking(session, catalogue, now, row.booking_id)
    return sentences(session, found)


def sentences(session: Session, found: Iterable[Ground]) -> tuple[str, ...]:
    """Each ground in words, with where the other booking is."""
    said = [_sentence(session, each) for each in found]
    return tuple(dict.fromkeys(said)) or (NOTHING,)


def _sentence(session: Session, ground: Ground) -> str:
    case = _reference(session, ground.case_id)
    court = ", court condition" if ground.court else ""
    if not ground.by_link:
        venue_id = session.get_one(CaseVenue, ground.row).venue_id
        name = catalogues.read(session).venues[venue_id].name
        return f"{case} must not use {name}{court}."
    link = session.get_one(Separation, ground.row)
    other = _reference(session, ground.other_case or 0)
    apart = f"{case} and {other} are kept apart ({link.kind}{court})"
    if ground.other is None:
        return f"{apart}, and both are in this booking."
    there = where(session, ground.other)
    return f"{apart}, and {other} is there or next door: {there}."


def where(session: Session, booking_id: int) -> str:
    """Where and when a booking is and who works in it, for those who may know."""
    booking = session.get_one(Booking, booking_id)
    room_id = session.scalars(
        select(BookingRoom.room_id)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
    ).first()
    worker = session.scalars(
        select(Staff.name)
        .join(Worker, Worker.staff_id == Staff.id)
        .where(Worker.booking_id == booking.id)
        .order_by(Worker.id)
    ).first()
    room = catalogues.read(session).rooms[room_id or 0]
    day = f"{DAYS[booking.starts.weekday()]} {day_month(booking.starts)}"
    parts = (booking.reference, room.name, room.venue.name, day, clock(booking.starts))
    return ", ".join((*parts, worker)) if worker else ", ".join(parts)


def _reference(session: Session, case_id: int) -> str:
    found = session.scalar(select(Case.reference).where(Case.id == case_id))
    return found or GONE
