"""Kinds of appointment that stay provisional, added to the small world."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from tests.world import OAK, WILLOW, World
from venues.database.models import AppointmentType, Room, RoomSpace, Space, WaitingSpace
from venues.domain.meeting import Meeting
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.services import bookings
from venues.services.bookings import Booked

DAY = date(2026, 12, 3)
STORE = 7
RISK: dict[str, Any] = {"audience": Audience.STAFF, "kind": "RMM", "references": ()}
PANEL: dict[str, Any] = {
    "kind": "ROP",
    "period": Period.lasting(datetime.combine(DAY, time(17)), 60),
}
FACING: dict[str, Any] = {
    "kind": "RJD",
    "room_ids": (WILLOW, OAK, STORE),
    "worker_ids": (1, 2),
    "arrival": "Victim at 2:30pm by the side door",
    "meeting": Meeting(both_agreed=True),
    "period": Period.lasting(datetime.combine(DAY, time(15)), 105),
}


def prepare(world: World) -> None:
    """A risk management meeting, a panel, a meeting face to face; places to wait."""
    kinds = (("RMM", "RM", 75), ("ROP", "PA", 75), ("RJD", "RD", 105))
    with world.database.write() as session:
        for n, (code, set_, minutes) in enumerate(kinds, 11):
            session.add(
                AppointmentType(
                    id=n,
                    code=code,
                    label=f"{code} appointment",
                    set=set_,
                    minutes=minutes,
                    shortest=30,
                    longest=120,
                    people=4,
                )
            )
        session.add(Room(id=STORE, venue_id=1, name="Store", seats_circle=8))
        session.add(Space(id=STORE, venue_id=1, name="Store"))
        session.flush()
        session.add(RoomSpace(room_id=STORE, space_id=STORE))
        for name in ("Foyer", "Landing"):
            session.add(WaitingSpace(venue_id=1, name=name))


def book(world: World, viewer: Viewer | None = None, **changed: Any) -> Booked:
    """Book it in the world, as the practitioner unless somebody else is named."""
    with world.database.write() as session:
        return bookings.book(
            session,
            world.request(**changed),
            viewer or world.practitioner,
            now=world.now,
        )
