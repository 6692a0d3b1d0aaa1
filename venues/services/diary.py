"""Days of rooms with what is in them: for the schedule, for paper and for lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, Worker
from venues.database.no_go import LIVE
from venues.domain.people import Viewer
from venues.domain.privacy import Seen
from venues.domain.proposal import Day, Room, Venue
from venues.services import stays


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """Some rooms over some days.

    ``rooms`` are in the order of their venues' names and their own; ``seen`` and
    ``hours`` are keyed by room id and day, and ``seen`` holds what the viewer may see.
    """

    days: tuple[date, ...]
    venues: tuple[Venue, ...]
    rooms: tuple[Room, ...]
    seen: dict[tuple[int, date], tuple[Seen, ...]]
    hours: dict[tuple[int, date], Day]

    def rooms_of(self, venue_id: int) -> tuple[Room, ...]:
        """The rooms of one of the venues."""
        return tuple(room for room in self.rooms if room.venue.id == venue_id)


def read(
    session: Session,
    viewer: Viewer,
    *,
    first: date,
    days: int = 1,
    authority_ids: Collection[int] = (),
    venue_ids: Collection[int] = (),
    room_ids: Collection[int] = (),
    mine: bool = False,
    paper: bool = False,
) -> Diary:
    """The diary of the chosen rooms; nothing chosen means every room in use.

    With ``mine`` only rooms in which the viewer has a booking those days are shown, and
    in them only the viewer's own. ``paper`` is as in ``privacy.see``.
    """
    catalogue = catalogues.read(session)
    rooms = [
        room
        for room in catalogue.rooms.values()
        if room.bookable
        and (not authority_ids or room.venue.authority_id in authority_ids)
        and (not venue_ids or room.venue.id in venue_ids)
        and (not room_ids or room.id in room_ids)
    ]
    wanted = tuple(first + timedelta(days=n) for n in range(days))
    starts = datetime.combine(first, time())
    rows = stays.between(
        session,
        catalogue,
        viewer,
        first=starts,
        until=starts + timedelta(days=days),
        room_ids={room.id for room in rooms},
        paper=paper,
    )
    if mine:
        rows = [row for row in rows if row.own]
        used = {row.room_id for row in rows}
        rooms = [room for room in rooms if room.id in used]
    return _arranged(catalogue, wanted, rooms, rows)


def rooms(session: Session) -> tuple[Room, ...]:
    """Every room in use, in the order of their venues' names and their own."""
    found = catalogues.read(session).rooms.values()
    return tuple(sorted((room for room in found if room.bookable), key=_by_name))


def _by_name(room: Room) -> tuple[str, int, str]:
    return room.venue.name, room.venue.id, room.name


def _arranged(
    catalogue: Catalogue, days: tuple[date, ...], rooms: list[Room], rows: list[Seen]
) -> Diary:
    seen: dict[tuple[int, date], list[Seen]] = defaultdict(list)
    for row in rows:
        seen[row.room_id, row.starts.date()].append(row)
    rooms.sort(key=_by_name)
    return Diary(
        days=days,
        venues=tuple({room.venue.id: room.venue for room in rooms}.values()),
        rooms=tuple(rooms),
        seen={key: tuple(each) for key, each in seen.items()},
        hours={
            (room.id, day): hours[room.id]
            for day in days
            for hours in (catalogue.days(day),)
            for room in rooms
        },
    )


def mine(
    session: Session, viewer: Viewer, *, first: datetime, until: datetime
) -> tuple[Seen, ...]:
    """The viewer's own appointments between two moments, in order of time."""
    catalogue = catalogues.read(session)
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    return tuple(
        stays.of_bookings(
            session,
            catalogue,
            viewer,
            Booking.id.in_(own)
            & Booking.status.in_(LIVE)
            & (Booking.starts < until)
            & (Booking.ends > first),
        )
    )
