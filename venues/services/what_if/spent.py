"""What bookings that stay would cost: at another price, or where nothing is hired."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import Booking, BookingRoom
from venues.database.no_go import LIVE
from venues.domain.reporting import Dates
from venues.services.what_if.changed import Changed


def otherwise(session: Session, before: Catalogue, after: Changed, dates: Dates) -> int:
    """Pence more, or below nought less, for the bookings of those days.

    The hire of a main room, the minimum hire counted; what was agreed for a booking
    stands unless the price of its room is another.
    """
    other = {
        id_
        for id_, room in before.rooms.items()
        if after.catalogue.rooms[id_].rate != room.rate or room.venue.id in after.gone
    }
    if not other:
        return 0
    rows = session.execute(
        select(BookingRoom.room_id, Booking.starts, Booking.ends, Booking.cost)
        .join(Booking, Booking.id == BookingRoom.booking_id)
        .where(
            BookingRoom.room_id.in_(sorted(other)),
            BookingRoom.role == "main",
            Booking.starts >= dates.starts,
            Booking.starts < dates.until,
            Booking.status.in_(LIVE),
        )
    )
    pence = 0
    for room_id, starts, ends, cost in rows:
        minutes = int((ends - starts).total_seconds()) // 60
        room = before.rooms[room_id]
        was = room.cost(minutes) if cost is None else cost
        gone = room.venue.id in after.gone
        pence += (0 if gone else after.catalogue.rooms[room_id].cost(minutes)) - was
    return pence
