"""The small world, looked at on the Thursday at noon."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import update

from tests.world import World
from venues.database.models import Booking
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.services import bookings, today
from venues.services.today import Today

NOON = datetime(2026, 11, 26, 12)


def book(world: World, viewer: Viewer | None = None, **changed: Any) -> int:
    viewer = viewer or world.practitioner
    changed.setdefault("worker_ids", (viewer.staff_id,))
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, viewer, now=world.now).id


def on(day: date, hour: int) -> Period:
    return Period.lasting(datetime.combine(day, time(hour)), 60)


def look(world: World, viewer: Viewer | None = None, now: datetime = NOON) -> Today:
    with world.database.read() as session:
        return today.read(session, viewer or world.practitioner, now)


def add(world: World, *rows: Any) -> None:
    with world.database.write() as session:
        session.add_all(rows)


def change(world: World, booking_id: int, **values: Any) -> None:
    with world.database.write() as session:
        session.execute(update(Booking).where(Booking.id == booking_id).values(values))


def team(world: World, **changed: Any) -> int:
    """A team meeting of the practitioner, for which no reference is missing."""
    usual = {"audience": Audience.STAFF, "kind": "PRO", "references": ()}
    return book(world, **{**usual, **changed})
