"""Works out again what future bookings hold, after their room was changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, BookingRoom, Hold
from venues.database.no_go import LIVE
from venues.domain.people import Viewer
from venues.domain.proposal import Room, Span
from venues.domain.words import day, listing, span
from venues.errors import Clash
from venues.services import stays


def derive(session: Session, room_id: int, viewer: Viewer, *, now: datetime) -> None:
    """Bring the holds of the room's live bookings that are not over up to date.

    Raises:
        Clash: two bookings would then overlap; says which, as far as the viewer sees.
    """
    of_bookings(session, _live(session, room_id, now), viewer)


def of_bookings(session: Session, ids: Sequence[int], viewer: Viewer) -> None:
    """The same for live bookings.

    Raises:
        Clash: as ``derive``.
    """
    if not ids:
        return
    catalogue = catalogues.read(session)
    wanted = _wanted(session, catalogue, ids, catalogue.rooms)
    session.execute(delete(Hold).where(Hold.booking_id.in_(ids)))
    _check(session, catalogue, viewer, wanted)
    session.add_all(
        Hold(booking_id=booking_id, space_id=space_id, starts=starts, ends=ends)
        for (booking_id, space_id), (starts, ends) in sorted(wanted.items())
    )
    session.flush()


def look(
    session: Session,
    room_id: int,
    viewer: Viewer,
    *,
    now: datetime,
    turnaround: int,
    space_ids: Collection[int],
) -> None:
    """Make sure that the room could be changed so; nothing is written.

    Raises:
        Clash: two bookings would then overlap; says which, as far as the viewer sees.
    """
    ids = _live(session, room_id, now)
    if not ids:
        return
    catalogue = catalogues.read(session)
    room = replace(
        catalogue.rooms[room_id], turnaround=turnaround, space_ids=tuple(space_ids)
    )
    rooms = {**catalogue.rooms, room_id: room}
    _check(session, catalogue, viewer, _wanted(session, catalogue, ids, rooms))


def _live(session: Session, room_id: int, now: datetime) -> Sequence[int]:
    """The room's live bookings that are not over."""
    return session.scalars(
        select(BookingRoom.booking_id)
        .join(Booking, Booking.id == BookingRoom.booking_id)
        .where(
            BookingRoom.room_id == room_id,
            Booking.status.in_(LIVE),
            Booking.ends > now,
        )
    ).all()


def _wanted(
    session: Session,
    catalogue: Catalogue,
    ids: Collection[int],
    rooms: Mapping[int, Room],
) -> dict[tuple[int, int], Span]:
    """Booking id and space id → the time that is held."""
    rows = session.execute(
        select(
            Booking.id,
            Booking.type_id,
            Booking.starts,
            Booking.ends,
            BookingRoom.room_id,
        )
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .where(Booking.id.in_(ids))
    )
    found: dict[tuple[int, int], Span] = {}
    for booking_id, type_id, starts, ends, room_id in rows:
        kind, room = catalogue.kind_by_id(type_id), rooms[room_id]
        after = max(kind.clear_down, room.turnaround)
        held = Span(
            starts - timedelta(minutes=kind.set_up), ends + timedelta(minutes=after)
        )
        for space_id in room.space_ids:
            known = found.get((booking_id, space_id), held)
            found[booking_id, space_id] = Span(
                min(known.starts, held.starts), max(known.ends, held.ends)
            )
    return found


def _check(
    session: Session,
    catalogue: Catalogue,
    viewer: Viewer,
    wanted: dict[tuple[int, int], Span],
) -> None:
    """Find two that would overlap before the database does, which cannot say which."""
    spaces = {space_id for _, space_id in wanted}
    held: dict[int, list[tuple[datetime, datetime, int | None]]] = defaultdict(list)
    first = min(each.starts for each in wanted.values())
    others = session.execute(
        select(Hold.space_id, Hold.starts, Hold.ends, Hold.booking_id).where(
            Hold.space_id.in_(sorted(spaces)), Hold.ends > first
        )
    )
    again = {booking_id for booking_id, _ in wanted}
    for space_id, starts, ends, booking_id in others:
        if booking_id in again:
            continue  # it is held as wanted instead
        held[space_id].append((starts, ends, booking_id))
    for (booking_id, space_id), each in wanted.items():
        held[space_id].append((each.starts, each.ends, booking_id))
    for spans in held.values():
        spans.sort(key=lambda each: each[:2])
        for one, other in pairwise(spans):
            if other[0] < one[1]:
                raise Clash(_sentence(session, catalogue, viewer, (one, other)))


def _sentence(
    session: Session,
    catalogue: Catalogue,
    viewer: Viewer,
    pair: tuple[tuple[datetime, datetime, int | None], ...],
) -> str:
    seen = {
        row.booking_id: row
        for row in stays.of_bookings(
            session, catalogue, viewer, Booking.id.in_([id_ for *_, id_ in pair])
        )
    }
    times = []
    for starts, ends, booking_id in pair:
        row = seen.get(booking_id)
        times.append(span(row.starts, row.ends) if row else span(starts, ends))
    return (
        f"Two bookings would then overlap on {day(pair[0][0])}: {listing(times)}. "
        "Move one of them first."
    )
