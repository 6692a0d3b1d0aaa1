"""Railside is other people's: it is asked, wants notice and charges for lateness."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from sqlalchemy import update

from tests.world import HALL_A, World
from venues.database.models import BlockHire, Booking, Contact, Venue
from venues.services import bookings
from venues.services.venue_answers import Answer, of

RAILSIDE = 3


def hired(world: World, **changed: Any) -> None:
    """Let Railside be hired: £12 an hour, 3 hours at least, 14 days' notice."""
    terms = {
        "booked_by": "request",
        "notice_days": 2,
        "charge_days": 14,
        "rate": 1200,
        "min_hire": 180,
        "neutral_name": "Community Team",
    }
    with world.database.write() as session:
        venue = session.get_one(Venue, RAILSIDE)
        for name, value in (terms | changed).items():
            setattr(venue, name, value)
        session.add(Contact(venue_id=RAILSIDE, role="Caretaker", phone="0161 496 0000"))


def block(world: World, **changed: Any) -> int:
    """A standing agreement on Thursdays from 2pm to 6pm for Hall A."""
    usual = {
        "venue_id": RAILSIDE,
        "room_id": HALL_A,
        "weekday": 3,
        "opens": time(14),
        "closes": time(18),
        "since": date(2026, 1, 1),
        "terms": "Billed each quarter.",
    }
    with world.database.write() as session:
        row = BlockHire(**usual | changed)
        session.add(row)
        session.flush()
        return row.id


def book(world: World, **changed: Any) -> int:
    """Supervision in Hall A on Thursday at 3pm, with any of it changed."""
    viewer = changed.pop("viewer", world.practitioner)
    now = changed.pop("now", world.now)
    changed.setdefault("worker_ids", (viewer.staff_id,))
    changed.setdefault("room_ids", (HALL_A,))
    with world.database.write() as session:
        return bookings.book(session, world.request(**changed), viewer, now=now).id


def say(world: World, booking_id: int, **values: Any) -> None:
    """Let the venue have said that."""
    with world.database.write() as session:
        session.execute(update(Booking).where(Booking.id == booking_id).values(values))


def answer(world: World, booking_id: int) -> Answer:
    """What the venue has said, as it is stored."""
    with world.database.read() as session:
        return of(session.get_one(Booking, booking_id))
