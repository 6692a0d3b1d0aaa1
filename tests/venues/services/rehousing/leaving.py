"""Millbrook closes on Thursday, and its bookings have to leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select

from tests.world import THURSDAY, World
from venues.database.models import Booking, BookingRoom, Hold, Separation
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.services import bookings
from venues.services.rehousing import applying, looking, planning
from venues.services.rehousing.looking import Looked
from venues.services.rehousing.taking_back import Applied
from venues.services.rehousing.values import Cause, Closing, Plan

MILLBROOK, LIBRARY, RAILSIDE = 1, 2, 3
CLOSING = Closing(
    venue_id=MILLBROOK,
    starts=datetime.combine(THURSDAY, time()),
    ends=datetime.combine(date(2026, 11, 28), time()),
    reason="heating repairs",
)
"""Thursday and Friday."""

LIBRARY_TOO = replace(CLOSING, venue_id=LIBRARY)


def book(world: World, **changed: Any) -> int:
    """Supervision at Millbrook on Thursday, its id; a case is named if one is given."""
    worker = changed.pop("viewer", world.practitioner)
    changed.setdefault("references", ())
    if changed.get("kind") == "PRO":
        changed.setdefault("audience", Audience.STAFF)
    changed.setdefault("worker_ids", (worker.staff_id,))
    with world.database.write() as session:
        made = bookings.book(session, world.request(**changed), worker, now=world.now)
    return made.id


def made(world: World, cause: Cause = CLOSING, **how: Any) -> Plan:
    """The plan that the coordinator makes."""
    viewer = how.pop("viewer", world.coordinator)
    looked = look(world, cause, viewer) if looking.asks(cause, viewer) else None
    with world.database.read() as session:
        return planning.make(
            session, cause, viewer, now=world.now, looked=looked, **how
        )


def look(world: World, cause: Cause, viewer: Viewer) -> Looked:
    """Have it written down that a plan is made."""
    with world.database.write() as session:
        return looking.record(session, cause, viewer, now=world.now)


def applied(world: World, plan: Plan, **how: Any) -> Applied:
    """Carry it out."""
    viewer = how.pop("viewer", world.coordinator)
    with world.database.write() as session:
        return applying.apply(session, plan, viewer, now=world.now, **how)


def keep_apart(world: World, first: int, second: int, kind: str = "no contact") -> None:
    """Link two cases from long ago on."""
    with world.database.write() as session:
        session.add(
            Separation(
                first_id=min(first, second),
                second_id=max(first, second),
                kind=kind,
                since=date(2026, 1, 1),
            )
        )


def rooms_now(world: World) -> dict[int, tuple[int, Period]]:
    """Booking → its main room and time, and that nothing but those is held."""
    with world.database.read() as session:
        found = {
            id_: (room_id, Period(starts, ends))
            for id_, room_id, starts, ends in session.execute(
                select(Booking.id, BookingRoom.room_id, Booking.starts, Booking.ends)
                .join(BookingRoom, BookingRoom.booking_id == Booking.id)
                .where(BookingRoom.role == "main")
            )
        }
        held = set(session.scalars(select(Hold.booking_id)))
    assert held == set(found)
    return found


def at(hour: int, minutes: int = 60) -> Period:
    """From that hour on Thursday."""
    return Period.lasting(datetime.combine(THURSDAY, time(hour)), minutes)
