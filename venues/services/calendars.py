"""What a calendar is told of somebody's own appointments: when and where, no more.

A calendar is read by whoever may open it, so an entry is worded alike for everybody an
appointment may be for: no kind, no reference of a case, no note.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, Venue, Worker
from venues.domain.people import Viewer
from venues.domain.privacy import Seen
from venues.domain.proposal import Room
from venues.errors import NotFound
from venues.services import stays

TITLE = "Appointment"
BACK = timedelta(days=28)
"""How long an appointment that is over stays in the file of all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One appointment as a calendar keeps it; times are local.

    ``uuid`` never changes and ``sequence`` grows with each change, so that a calendar
    that has the entry already takes the newer one for it.
    """

    uuid: str
    sequence: int
    starts: datetime
    ends: datetime
    place: str
    reference: str
    tentative: bool = False
    cancelled: bool = False


def mine(session: Session, viewer: Viewer, *, now: datetime) -> tuple[Entry, ...]:
    """All of the viewer's own, from four weeks ago on; cancelled ones say so."""
    return _entries(session, viewer, Booking.ends > now - BACK)


def of_bookings(
    session: Session, viewer: Viewer, booking_ids: Iterable[int]
) -> tuple[Entry, ...]:
    """Those of the viewer's own, in order of time.

    Raises:
        NotFound: none of them is the viewer's.
    """
    found = _entries(session, viewer, Booking.id.in_(sorted(booking_ids)))
    if not found:
        raise NotFound("Only your own appointments go into a calendar file.")
    return found


def _entries(
    session: Session, viewer: Viewer, where: ColumnElement[bool]
) -> tuple[Entry, ...]:
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    catalogue = catalogues.read(session)
    rows = stays.of_bookings(session, catalogue, viewer, where & Booking.id.in_(own))
    ids = [row.booking_id for row in rows]
    changes = {
        id_: (uuid, sequence)
        for id_, uuid, sequence in session.execute(
            select(Booking.id, Booking.uuid, Booking.sequence).where(
                Booking.id.in_(ids)
            )
        )
    }
    venue_ids = {catalogue.rooms[row.room_id].venue.id for row in rows}
    addresses = {
        id_: (street, town, postcode)
        for id_, street, town, postcode in session.execute(
            select(Venue.id, Venue.street, Venue.town, Venue.postcode).where(
                Venue.id.in_(sorted(venue_ids))
            )
        )
    }
    return tuple(
        _entry(
            row,
            changes[row.booking_id or 0],
            _place(room := catalogue.rooms[row.room_id], addresses[room.venue.id]),
        )
        for row in rows
    )


def _entry(row: Seen, change: tuple[UUID, int], place: str) -> Entry:
    uuid, sequence = change
    return Entry(
        uuid=str(uuid),
        sequence=sequence,
        starts=row.starts,
        ends=row.ends,
        place=place,
        reference=row.reference,
        tentative=row.status == "provisional",
        cancelled=row.status in {"cancelled", "declined"},
    )


def _place(room: Room, address: tuple[str, str, str]) -> str:
    """Room, venue and address: "Willow Room, Millbrook, 1 High Street, WA2 9AA"."""
    words = (room.name, room.venue.name, *address)
    return ", ".join(dict.fromkeys(word for word in words if word))
