"""Where members of staff already are on a day: one statement for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Select,
    bindparam,
    false,
    func,
    null,
    select,
    text,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from venues.database import no_go
from venues.database.keys import on_a_server
from venues.database.models import (
    Booking,
    BookingRoom,
    Outing,
    Room,
    Staff,
    Venue,
    Worker,
)
from venues.database.models.booking import LONGEST_HOLD
from venues.database.no_go import LIVE, Without
from venues.domain.circumstances import Engagement
from venues.domain.people import Viewer
from venues.domain.places import Point

_ON_A_SERVER = text(
    "SELECT * FROM venues_busy(CAST(:staff AS int[]), CAST(:day AS date), "
    "CAST(:without AS int[]), CAST(:without_outing AS int))"
)


def read(
    session: Session,
    viewer: Viewer,
    staff_ids: Iterable[int],
    day: date,
    *,
    without: Without = None,
    without_outing: int | None = None,
) -> tuple[Engagement, ...]:
    """Where those members of staff already are that day, at venues and elsewhere.

    Of anybody whose diary is not the viewer's own, neither the place nor a name is
    handed on: what is not known cannot leak.
    """
    wanted = sorted(set(staff_ids))
    if not wanted:
        return ()
    midnight = datetime.combine(day, time())
    given = {
        "day": day,
        "staff": wanted,
        "without": no_go.left_out(without),
        "without_outing": without_outing or 0,
        "earliest": midnight - timedelta(hours=LONGEST_HOLD),
        "first": midnight,
        "until": midnight + timedelta(days=1),
    }
    found = []
    for staff_id, starts, ends, venue, easting, northing, name, out in session.execute(
        _ON_A_SERVER if on_a_server(session) else statement(), given
    ):
        worker = staff_id or 0
        if worker not in viewer.owns:
            found.append(Engagement(worker, starts, ends, "", None, ""))
            continue
        point = None if easting is None else Point(easting, northing or 0)
        who = "You are" if worker == viewer.staff_id else f"{name} is"
        found.append(Engagement(worker, starts, ends, venue, point, who, bool(out)))
    return tuple(sorted(found, key=attrgetter("starts")))


@cache
def statement() -> CompoundSelect[*tuple[Any, ...]]:
    """The statement, made once: bookings, and outings that have none.

    Read by time first: the worker's own index, with years of past bookings behind it,
    is kept out by ``coalesce``. Rooms and venues come later, for the few that are left.
    """
    booking, worker, in_room, room, venue, staff = (
        model.__table__ for model in (Booking, Worker, BookingRoom, Room, Venue, Staff)
    )
    taken = (
        select(booking.c.id, worker.c.staff_id, booking.c.starts, booking.c.ends)
        .select_from(booking)
        .join(worker, worker.c.booking_id == booking.c.id)
        .where(
            func.coalesce(worker.c.staff_id, 0).in_(bindparam("staff", expanding=True)),
            booking.c.status.in_(LIVE),
            booking.c.id.not_in(bindparam("without", expanding=True)),
            booking.c.starts >= bindparam("earliest"),
            booking.c.starts < bindparam("until"),
            booking.c.ends > bindparam("first"),
        )
        .cte("taken")
        .prefix_with("MATERIALIZED")
    )
    booked = (
        select(
            taken.c.staff_id,
            taken.c.starts,
            taken.c.ends,
            venue.c.name,
            venue.c.easting,
            venue.c.northing,
            staff.c.name,
            false(),
        )
        .select_from(taken)
        .join(in_room, in_room.c.booking_id == taken.c.id)
        .join(room, room.c.id == in_room.c.room_id)
        .join(venue, venue.c.id == room.c.venue_id)
        .join(staff, staff.c.id == taken.c.staff_id)
        .where(in_room.c.role == "main")
    )
    return union_all(booked, _elsewhere())  # sorted later: ordering would merge them


def _elsewhere() -> Select[*tuple[Any, ...]]:
    """Outings that have no booking, in the same columns."""
    outing, staff = Outing.__table__, Staff.__table__
    return (
        select(
            outing.c.staff_id,
            outing.c.starts,
            outing.c.ends,
            outing.c.place,
            null(),
            null(),
            staff.c.name,
            true(),
        )
        .select_from(outing)
        .join(staff, staff.c.id == outing.c.staff_id)
        .where(
            outing.c.staff_id.in_(bindparam("staff", expanding=True)),
            func.coalesce(outing.c.booking_id, 0) == 0,  # its index is kept out too
            outing.c.id != bindparam("without_outing"),
            outing.c.starts >= bindparam("earliest"),
            outing.c.starts < bindparam("until"),
            outing.c.ends > bindparam("first"),
        )
    )
