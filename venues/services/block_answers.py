"""Bookings that still wait for a venue, though a standing agreement covers them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, BookingRoom, Hold
from venues.database.no_go import LIVE
from venues.domain import hire
from venues.domain.people import Viewer
from venues.domain.proposal import Room
from venues.services import venue_answers
from venues.services.venue_answers import OPEN, STANDING, YES, Answer
from venues.services.venue_editing import may_edit


@dataclass(slots=True)
class Covered:
    """The answers they would have, and the versions they were looked at in, by id."""

    answers: dict[int, Answer] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)


def covered(
    session: Session, venue_id: int, viewer: Viewer, *, now: datetime
) -> Covered:
    """Bookings to come that wait for the venue and lie inside its agreements.

    Such as those made before there was an agreement. They are not confirmed by
    themselves: whoever keeps the catalogue says so.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
    """
    may_edit(viewer)
    found = Covered()
    blocks = catalogues.read(session).venues[venue_id].blocks
    if not blocks:
        return found
    rooms = _rooms(session, venue_id, now)
    spans = _spans(session, list(rooms))
    for booking in session.scalars(select(Booking).where(Booking.id.in_(list(rooms)))):
        if all(
            room.venue.id == venue_id
            and hire.covering(blocks, room.space_ids, *spans[booking.id])
            for room in rooms[booking.id]
        ):
            found.answers[booking.id] = replace(
                venue_answers.of(booking),
                said=YES,
                answered_on=now.date(),
                by=STANDING,
            )
            found.versions[booking.id] = booking.version
    return found


def _rooms(
    session: Session, venue_id: int, now: datetime
) -> defaultdict[int, list[Room]]:
    """The bookings that wait for that venue, and their rooms that are asked for."""
    catalogue = catalogues.read(session)
    here = [id_ for id_, room in catalogue.rooms.items() if room.venue.id == venue_id]
    waiting = (
        select(BookingRoom.booking_id)
        .join(Booking, Booking.id == BookingRoom.booking_id)
        .where(
            BookingRoom.room_id.in_(here),
            Booking.status.in_(LIVE),
            Booking.venue_answer.in_(OPEN),
            Booking.starts > now,
        )
    )
    found: defaultdict[int, list[Room]] = defaultdict(list)
    for booking_id, room_id in session.execute(
        select(BookingRoom.booking_id, BookingRoom.room_id).where(
            BookingRoom.booking_id.in_(waiting)
        )
    ):
        if catalogue.rooms[room_id].venue.by_request:
            found[booking_id].append(catalogue.rooms[room_id])
    return found


def _spans(
    session: Session, ids: list[int]
) -> dict[int | None, tuple[datetime, datetime]]:
    """The whole time that each booking holds, in any of its rooms."""
    found: dict[int | None, tuple[datetime, datetime]] = {}
    for booking_id, starts, ends in session.execute(
        select(Hold.booking_id, Hold.starts, Hold.ends).where(Hold.booking_id.in_(ids))
    ):
        first, last = found.get(booking_id, (starts, ends))
        found[booking_id] = min(first, starts), max(last, ends)
    return found
