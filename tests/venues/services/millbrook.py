"""A family hub in Warrington to try changes of the catalogue on, and who works there.

It is Monday 23 November 2026, 9am. Bookings are written straight into the tables.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from venues.database.models import (
    AppointmentType,
    Authority,
    Booking,
    BookingRoom,
    Hold,
    Room,
    RoomSpace,
    Staff,
    Worker,
)
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.domain.places import Point
from venues.domain.postcode import Postcode, read
from venues.domain.typed import NotUnderstood
from venues.gazetteer import Place
from venues.services import room_editing, venue_editing
from venues.services.venue_drafts import RoomDraft, VenueDraft

NOW = datetime(2026, 11, 23, 9)
TODAY = NOW.date()
THURSDAY = date(2026, 11, 26)

COORDINATOR = Viewer(1, "coordinator.01", "Coordinator 01", Role.COORDINATOR)
MANAGER = Viewer(2, "manager.01", "Manager 01", Role.MANAGER)
PRACTITIONER = Viewer(3, "practitioner.04", "Practitioner 04", Role.PRACTITIONER)


KNOWN = {
    "WA2 9AA": ("E06000007", Point(361_077, 390_899)),
    "WA7 5EA": ("E06000006", Point(352_173, 382_428)),
    "WA10 1AA": (None, Point(351_000, 395_500)),
}
"""Postcode → council and position."""


class Postcodes:
    """The few postcodes that the tests know; stands in for the gazetteer."""

    def look_up(self, text: str) -> Place:
        """Where that postcode is, as the gazetteer says it."""
        postcode: Postcode = read(text)
        if str(postcode) not in KNOWN:
            raise NotUnderstood(f"There is no postcode {postcode}. Check it.")
        council, point = KNOWN[str(postcode)]
        return Place(postcode, point, council)


POSTCODES: Any = Postcodes()


def staff(database: Database) -> None:
    """Put down the three people, and let the coordinator be the one who writes."""
    with database.write() as session:
        session.add_all(
            Staff(id=each.staff_id, login=each.login, name=each.name, role=each.role)
            for each in (COORDINATOR, MANAGER, PRACTITIONER)
        )
    database.actor = COORDINATOR.staff_id


def venue(database: Database, **changed: Any) -> VenueDraft:
    """Add the hub; gives it back as it is stored."""
    draft = {"name": "Millbrook Family Hub", "postcode": "WA2 9AA"} | changed
    with database.write() as session:
        return venue_editing.save(
            session,
            VenueDraft(**draft),
            COORDINATOR,
            now=NOW,
            gazetteer=POSTCODES,
        )


def room(database: Database, venue_id: int | None, name: str, **changed: Any) -> Any:
    """Add a room; gives it back as it is stored."""
    draft = {"name": name, "seats_circle": 6} | changed
    with database.write() as session:
        return room_editing.save(
            session,
            RoomDraft(venue_id=venue_id or 0, **draft),
            COORDINATOR,
            now=NOW,
        )


def book(
    database: Database,
    room_id: int | None,
    starts: datetime,
    *,
    minutes: int = 60,
    worker: Viewer = PRACTITIONER,
) -> int:
    """Put a booking into the tables, with the holds that follow from it."""
    ends = starts + timedelta(minutes=minutes)
    with database.write() as session:
        kind = session.scalars(
            select(AppointmentType).where(AppointmentType.code == "SUP")
        ).one()
        kept = session.get_one(Room, room_id)
        booking = Booking(
            reference=f"B-{starts:%d%H%M}-{room_id}",
            type_id=kind.id,
            audience="child",
            authority_id=session.scalars(select(Authority.id)).first(),
            status="confirmed",
            starts=starts,
            ends=ends,
            people=2,
            made_at=NOW,
        )
        session.add(booking)
        session.flush()
        session.add(BookingRoom(booking_id=booking.id, room_id=room_id))
        session.add(Worker(booking_id=booking.id, staff_id=worker.staff_id))
        after = timedelta(minutes=max(kind.clear_down, kept.turnaround))
        spaces = select(RoomSpace.space_id).where(RoomSpace.room_id == room_id)
        for space_id in session.scalars(spaces):
            session.add(
                Hold(
                    booking_id=booking.id,
                    space_id=space_id,
                    starts=starts - timedelta(minutes=kind.set_up),
                    ends=ends + after,
                )
            )
        return booking.id
