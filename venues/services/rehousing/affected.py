"""Which bookings have to go, for each reason there may be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, BookingRoom, Hold, Worker
from venues.database.models.booking import LONGEST_HOLD
from venues.database.no_go import LIVE
from venues.domain import privacy
from venues.domain.people import Viewer
from venues.domain.privacy import Sight
from venues.domain.proposal import Room
from venues.domain.words import day
from venues.errors import NotAllowed, NotFound
from venues.services import booking_changes
from venues.services.rehousing.values import Away, Cause, Closing, Failing, One
from venues.services.reviews import hits
from venues.services.team import members, permissions
from venues.services.venue_editing import may_edit

ITS_WORKER = "Ask its worker: only they look for another room for one booking."

NOT_OF_PEOPLE = tuple(rule for rule in hits.ASKED if rule.name != hits.PERSON)
"""Whoever must be kept from somebody is looked at one by one, by whoever may know."""


def find(
    session: Session, cause: Cause, viewer: Viewer, *, now: datetime
) -> tuple[int, ...]:
    """The ids of the live bookings to come that cannot stay, the lowest first.

    Raises:
        NotAllowed: the viewer keeps neither that place nor that colleague.
        NotFound: there is no such place, booking or colleague, or it is not theirs.
    """
    check(session, cause, viewer, now=now)
    if isinstance(cause, One):
        return (cause.booking_id,)
    if isinstance(cause, Away):
        return _of_worker(session, cause, now)
    if isinstance(cause, Failing):
        return _in_room(session, cause, now)
    return _held(session, cause, now)


def check(session: Session, cause: Cause, viewer: Viewer, *, now: datetime) -> None:
    """Let through whoever may plan for it; one booking, only if they see all of it.

    Raises:
        NotAllowed: the viewer keeps neither that place nor that colleague.
        NotFound: there is no such place, booking or colleague, or it is not theirs.
    """
    if isinstance(cause, One):
        booking = booking_changes.by_id(session, cause.booking_id, viewer)
        workers = booking_changes.stored(session, booking)[0].worker_ids
        if privacy.sight(viewer, frozenset(workers)) is not Sight.FULL:
            raise NotAllowed(ITS_WORKER)
    elif isinstance(cause, Away):
        giver = members.member(session, cause.staff_id)
        permissions.check(session, viewer, giver.draft.role, now.date())
    else:
        may_edit(viewer)
        _there(session, cause)


def rooms_of(session: Session, cause: Closing) -> tuple[int, ...]:
    """The rooms that close, by id.

    Raises:
        NotFound: there is no such venue or room.
    """
    _there(session, cause)
    if cause.room_id is not None:
        return (cause.room_id,)
    rooms = catalogues.read(session).rooms
    return tuple(id_ for id_, room in rooms.items() if _in(room, cause))


def _there(session: Session, cause: Closing | Failing) -> None:
    catalogue = catalogues.read(session)
    if isinstance(cause, Closing) and cause.venue_id not in catalogue.venues:
        raise NotFound("That venue is no longer in the list.")
    if cause.room_id is None:
        return
    room = catalogue.rooms.get(cause.room_id)
    if room is None or (isinstance(cause, Closing) and not _in(room, cause)):
        raise NotFound("That room is no longer in the list.")


def title(session: Session, cause: Cause) -> tuple[str, str]:
    """What the plan is about and when, in words that name no booking's case."""
    catalogue = catalogues.read(session)
    if isinstance(cause, Closing):
        name = catalogue.venues[cause.venue_id].name
        if cause.room_id is not None:
            name = f"{catalogue.rooms[cause.room_id].name}, {name}"
        return f"Closing {name}", f"{_span(cause.starts, cause.ends)}, {cause.reason}"
    if isinstance(cause, Failing):
        room = catalogue.rooms[cause.room_id]
        return f"{room.name}, {room.venue.name}", "no longer suits these bookings"
    if isinstance(cause, Away):
        name = members.member(session, cause.staff_id).draft.name
        return f"{name} is away", _span(cause.starts, cause.ends)
    return "Another room", ""


def _in(room: Room, cause: Closing) -> bool:
    return room.venue.id == cause.venue_id


def _span(starts: datetime, ends: datetime) -> str:
    last = (ends - timedelta(minutes=1)).date()
    if starts.date() == last:
        return day(last)
    first = day(starts.date())
    return f"{first.removesuffix(f' {last.year}')} to {day(last)}"


def _held(session: Session, cause: Closing, now: datetime) -> tuple[int, ...]:
    """What holds any part of the rooms while they are closed."""
    rooms = catalogues.read(session).rooms
    spaces = {
        space for id_ in rooms_of(session, cause) for space in rooms[id_].space_ids
    }
    first = max(cause.starts, now)
    return _ids(
        session.scalars(
            select(Hold.booking_id)
            .join(Booking, Booking.id == Hold.booking_id)
            .where(
                Hold.space_id.in_(sorted(spaces)),
                Hold.starts > first - timedelta(hours=LONGEST_HOLD),
                Hold.starts < cause.ends,
                Hold.ends > first,
                Booking.ends > now,
            )
        ).all()
    )


def _in_room(session: Session, cause: Failing, now: datetime) -> tuple[int, ...]:
    """Those against which something other than a person stands in that room."""
    catalogue = catalogues.read(session)
    there = session.scalars(
        select(Booking.id)
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .where(
            BookingRoom.room_id == cause.room_id,
            Booking.ends > now,
            Booking.status.in_(LIVE),
        )
    )
    return _ids(
        [
            hit.booking_id
            for piece in hits.pieces(_ids(there.all()))
            for hit in hits.find(session, catalogue, now, piece, NOT_OF_PEOPLE)
        ]
    )


def _of_worker(session: Session, cause: Away, now: datetime) -> tuple[int, ...]:
    return _ids(
        session.scalars(
            select(Booking.id)
            .join(Worker, Worker.booking_id == Booking.id)
            .where(
                Worker.staff_id == cause.staff_id,
                Booking.status.in_(LIVE),
                Booking.starts < cause.ends,
                Booking.ends > max(cause.starts, now),
            )
        ).all()
    )


def _ids(found: Collection[int | None]) -> tuple[int, ...]:
    return tuple(sorted({id_ for id_ in found if id_ is not None}))
