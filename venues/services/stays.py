"""Reads bookings as the privacy filter wants them: the only road to a screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Case,
    Hold,
    Staff,
    Worker,
)
from venues.database.models.booking import LONGEST_HOLD
from venues.domain import privacy
from venues.domain.people import Viewer
from venues.domain.privacy import Expected, Invited, Seen, Sight, Stay
from venues.domain.proposal import Span
from venues.services import stays_shared

_Held = tuple[int, datetime, datetime, int | None]
"""Space, from, until, and the booking if it is not an offer that holds it."""

_Row = tuple[int, Span, Stay | None, bool]
"""Room, hold, booking, and whether it is in that room or only shares a space."""


@dataclass(slots=True)
class _People:
    """Who works in a booking; the lead comes first."""

    ids: set[int] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    ask_for: str = ""


def between(
    session: Session,
    catalogue: Catalogue,
    viewer: Viewer,
    *,
    first: datetime,
    until: datetime,
    room_ids: Collection[int],
    paper: bool = False,
) -> list[Seen]:
    """What the viewer may see of all that holds those rooms between two moments.

    A hall that is booked whole takes its halves with it, with nothing to say whose the
    hold is. Of a booking that will be masked only its hold and who works in it are
    read. See ``privacy.see`` for what ``paper`` adds.
    """
    held, workers = _held(session, catalogue, first, until, room_ids)
    sights = {id_: privacy.sight(viewer, ids) for id_, ids in workers.items()}
    opened = {
        id_ for id_, sight in sights.items() if paper or sight is not Sight.MASKED
    }
    people = _workers(session, opened)
    visible = {id_ for id_ in opened if sights[id_] is Sight.FULL}
    references = _references(session, visible)
    rooms = _rooms_of(catalogue, room_ids)
    open_: frozenset[tuple[int, datetime]] = frozenset()
    if paper and stays_shared.is_blind(session):
        open_ = stays_shared.unconfirmed(session, first, until, rooms)
    return [
        _hidden(catalogue, room_id, span, open_)
        if stay is None
        else (privacy.see if booked else privacy.see_along)(viewer, stay, paper=paper)
        for room_id, span, stay, booked in _stays(
            session, catalogue, held, rooms, people=people, references=references
        )
    ]


def _hidden(
    catalogue: Catalogue,
    room_id: int,
    span: Span,
    unconfirmed: Collection[tuple[int, datetime]],
) -> Seen:
    """Of what was not read; ``unconfirmed`` are spaces, and when each is held."""
    spaces = catalogue.rooms[room_id].space_ids
    return Seen(
        room_id=room_id,
        starts=span.starts,
        ends=span.ends,
        not_confirmed=any((id_, span.starts) in unconfirmed for id_ in spaces),
    )


def expected_between(
    session: Session,
    catalogue: Catalogue,
    *,
    first: datetime,
    until: datetime,
    room_ids: Collection[int],
) -> list[Expected]:
    """What reception is told of all that holds those rooms between two moments."""
    if stays_shared.is_blind(session):
        rooms = _rooms_of(catalogue, room_ids)
        return stays_shared.expected(session, rooms, first=first, until=until)
    held, workers = _held(session, catalogue, first, until, room_ids)
    people = _workers(session, workers)
    rooms = _rooms_of(catalogue, room_ids)
    return [
        privacy.expected(stay)
        if stay and booked
        else Expected(room_id=room_id, starts=span.starts, ends=span.ends)
        for room_id, span, stay, booked in _stays(
            session, catalogue, held, rooms, people=people, references={}
        )
    ]


def _stays(
    session: Session,
    catalogue: Catalogue,
    held: Iterable[_Held],
    rooms: dict[int, list[int]],
    *,
    people: dict[int, _People],
    references: dict[int, tuple[str, ...]],
) -> list[_Row]:
    """Room by room, in order of time; no stay where its booking was not read."""
    bookings = _bookings(session, people)
    rooms_of = _booked_rooms(session, bookings)
    found: dict[tuple[int, int | datetime, datetime], _Row] = {}
    for space_id, starts, ends, booking_id in held:
        for room_id in rooms.get(space_id, ()):
            key = (room_id, booking_id or ends, starts)
            if key in found:
                continue
            layout = rooms_of.get(booking_id or 0, {}).get(room_id)
            stay = None
            if booking_id in bookings:
                stay = _stay(
                    catalogue,
                    bookings[booking_id],
                    people[booking_id],
                    references.get(booking_id, ()),
                    (room_id, layout or "", starts, ends),
                )
            found[key] = (room_id, Span(starts, ends), stay, layout is not None)
    return sorted(found.values(), key=lambda row: (row[0], row[1].starts))


def of_bookings(
    session: Session, catalogue: Catalogue, viewer: Viewer, where: ColumnElement[bool]
) -> list[Seen]:
    """One row for the main room of each booking that meets the condition."""
    return [
        privacy.see(viewer, stay)
        for stay in _main_stays(session, catalogue, viewer, where)
    ]


def invited(
    session: Session, catalogue: Catalogue, viewer: Viewer, booking_id: int
) -> Invited | None:
    """What whoever comes to that booking is told; None where the viewer may not."""
    stays = _main_stays(session, catalogue, viewer, Booking.id == booking_id)
    return next((privacy.invite(viewer, stay) for stay in stays), None)


def _main_stays(
    session: Session, catalogue: Catalogue, viewer: Viewer, where: ColumnElement[bool]
) -> Iterator[Stay]:
    rows = session.execute(
        _columns().where(where).order_by(Booking.starts, Booking.id)
    ).all()
    bookings = {row.id: row for row in rows}
    people = _workers(session, bookings)
    visible = [id_ for id_ in bookings if _sight(viewer, people[id_]) is Sight.FULL]
    references = _references(session, visible)
    booked = _booked_rooms(session, bookings)
    for row in rows:
        for room_id, layout in list(booked.get(row.id, {}).items())[:1]:
            kind = catalogue.kind_by_id(row.type_id)
            room = catalogue.rooms[room_id]
            held = (
                row.starts - timedelta(minutes=kind.set_up),
                row.ends + timedelta(minutes=max(kind.clear_down, room.turnaround)),
            )
            yield _stay(
                catalogue,
                row,
                people[row.id],
                references.get(row.id, ()),
                (room_id, layout, *held),
            )


def _sight(viewer: Viewer, people: _People) -> Sight:
    return privacy.sight(viewer, frozenset(people.ids))


def _held(
    session: Session,
    catalogue: Catalogue,
    first: datetime,
    until: datetime,
    room_ids: Collection[int],
) -> tuple[list[_Held], dict[int, frozenset[int]]]:
    """What holds the rooms' spaces, and booking id → who works in it."""
    spaces = {id_ for room in room_ids for id_ in catalogue.rooms[room].space_ids}
    given = {
        "earliest": first - timedelta(hours=LONGEST_HOLD),
        "first": first,
        "until": until,
        "spaces": sorted(spaces),
    }
    held: dict[_Held, None] = {}
    workers: dict[int, set[int]] = defaultdict(set)
    blind = stays_shared.is_blind(session)
    rows = (
        stays_shared.held(session, given)
        if blind
        else session.execute(_held_rows(), given)
    )
    for space_id, starts, ends, booking_id, staff_id in rows:
        held[space_id, starts, ends, booking_id] = None
        if booking_id is not None:
            workers[booking_id] |= {staff_id} if staff_id is not None else set()
    return list(held), {id_: frozenset(ids) for id_, ids in workers.items()}


@cache
def _held_rows() -> Select[*tuple[Any, ...]]:
    """The statement, made once."""
    return (
        select(Hold.space_id, Hold.starts, Hold.ends, Hold.booking_id, Worker.staff_id)
        .outerjoin(Worker, Worker.booking_id == Hold.booking_id)
        .where(
            Hold.starts > bindparam("earliest"),
            Hold.starts < bindparam("until"),
            Hold.ends > bindparam("first"),
            Hold.space_id.in_(bindparam("spaces", expanding=True)),
        )
    )


def _rooms_of(catalogue: Catalogue, room_ids: Collection[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for room_id in room_ids:
        for space_id in catalogue.rooms[room_id].space_ids:
            found[space_id].append(room_id)
    return found


def _columns() -> Select[*tuple[Any, ...]]:
    return select(
        Booking.id,
        Booking.reference,
        Booking.type_id,
        Booking.audience,
        Booking.status,
        Booking.starts,
        Booking.ends,
        Booking.people,
        Booking.needs,
        Booking.note,
        Booking.arrival,
        Booking.venue_answer,
        Booking.version,
    )


def _bookings(session: Session, ids: Collection[int]) -> dict[int, Any]:
    if not ids:
        return {}
    rows = session.execute(_booking_rows(), {"ids": sorted(ids)})
    return {row.id: row for row in rows}


@cache
def _booking_rows() -> Select[*tuple[Any, ...]]:
    return _columns().where(Booking.id.in_(bindparam("ids", expanding=True)))


def _workers(session: Session, bookings: Collection[int]) -> dict[int, _People]:
    """Everybody in those bookings; one that nobody works in has its row too."""
    if not bookings:
        return {}
    rows = session.execute(_worker_rows(), {"ids": sorted(bookings)})
    people = {id_: _People() for id_ in bookings}
    for booking_id, staff_id, agency, name, ask_for in rows:
        one = people[booking_id]
        one.names.append(name or agency or "")
        one.ask_for = one.ask_for or ask_for or ""
        if staff_id is not None:
            one.ids.add(staff_id)
    return people


@cache
def _worker_rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Worker.booking_id, Worker.staff_id, Worker.agency, Staff.name, Staff.ask_for
        )
        .outerjoin(Staff, Staff.id == Worker.staff_id)
        .where(Worker.booking_id.in_(bindparam("ids", expanding=True)))
        .order_by(Worker.booking_id, Worker.staff_id.is_(None), Worker.id)
    )


def _references(
    session: Session, bookings: Collection[int]
) -> dict[int, tuple[str, ...]]:
    if not bookings:
        return {}
    rows = session.execute(
        select(Attendance.booking_id, Case.reference)
        .join(Case, Case.id == Attendance.case_id)
        .where(Attendance.booking_id.in_(sorted(bookings)))
        .order_by(Attendance.booking_id, Case.reference)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for booking_id, reference in rows:
        found[booking_id].append(reference or "Reference removed")
    return {id_: tuple(each) for id_, each in found.items()}


def _booked_rooms(
    session: Session, bookings: Collection[int]
) -> dict[int, dict[int, str]]:
    if not bookings:
        return {}
    rows = session.execute(_room_rows(), {"ids": sorted(bookings)})
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for booking_id, room_id, layout in rows:
        found[booking_id][room_id] = layout or ""
    return found


@cache
def _room_rows() -> Select[*tuple[Any, ...]]:
    return (
        select(BookingRoom.booking_id, BookingRoom.room_id, BookingRoom.layout)
        .where(BookingRoom.booking_id.in_(bindparam("ids", expanding=True)))
        .order_by(BookingRoom.booking_id, BookingRoom.id)
    )


def _stay(
    catalogue: Catalogue,
    row: Any,
    people: _People,
    references: tuple[str, ...],
    place: tuple[int, str, datetime, datetime],
) -> Stay:
    room_id, layout, held_from, held_until = place
    kind = catalogue.kind_by_id(row.type_id)
    return Stay(
        booking_id=row.id,
        reference=row.reference,
        room_id=room_id,
        starts=row.starts,
        ends=row.ends,
        held_from=held_from,
        held_until=held_until,
        status=row.status,
        kind=kind.label,
        kind_code=kind.code,
        audience=row.audience,
        people=row.people,
        needs=tuple(row.needs),
        layout=layout,
        note=row.note,
        arrival=row.arrival,
        lead=people.names[0] if people.names else "",
        ask_for=people.ask_for,
        workers=tuple(people.names),
        worker_ids=frozenset(people.ids),
        references=references,
        venue_answer=row.venue_answer,
        version=row.version,
    )
