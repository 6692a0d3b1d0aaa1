"""Tells workers of their bookings that were moved: on Today, and in words to copy.

Nothing is sent by the program. What whoever comes is told is the same for a child and
a victim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import stamp
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, Notice, Worker
from venues.database.no_go import LIVE
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.privacy import Seen
from venues.domain.words import DAYS, clock, day_month
from venues.errors import NotFound
from venues.services import stays, venue_answers
from venues.services.conditions import RELEASED
from venues.services.rehousing.values import Told

Where = tuple[int, Period]
"""A main room's id, and a time."""


def tell(
    session: Session,
    booking_id: int,
    viewer: Viewer | None,
    before: Where,
    after: Where,
    *,
    only: int | None = None,
) -> tuple[int, ...]:
    """Tell its workers but the viewer; returns the ids of what they are told.

    With ``only`` none but that one of them is told. Without a viewer it is the
    calendar that brought it about.
    """
    by = viewer.staff_id if viewer is not None else None
    workers = session.scalars(
        select(Worker.staff_id)
        .where(Worker.booking_id == booking_id, Worker.staff_id.is_not(None))
        .order_by(Worker.id)
    )
    rows = [
        Notice(
            booking_id=booking_id,
            staff_id=id_,
            made_at=stamp(),
            made_by=by,
            was_room_id=before[0],
            was_starts=before[1].starts,
            was_ends=before[1].ends,
            room_id=after[0],
            starts=after[1].starts,
            ends=after[1].ends,
        )
        for id_ in workers
        if id_ != by and only in {None, id_}
    ]
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows)


def take_back(
    session: Session, notice_ids: Iterable[int], viewer: Viewer
) -> tuple[int, ...]:
    """What nobody has seen is told no more; who has is told that it is back.

    Returns the ids of what they are told now.
    """
    told: list[int] = []
    for id_ in notice_ids:
        row = session.get(Notice, id_)
        if row is None:
            continue
        if row.seen_at is None:
            session.delete(row)
            continue
        back = Notice(
            booking_id=row.booking_id,
            staff_id=row.staff_id,
            made_at=stamp(),
            made_by=viewer.staff_id,
            was_room_id=row.room_id,
            was_starts=row.starts,
            was_ends=row.ends,
            room_id=row.was_room_id,
            starts=row.was_starts,
            ends=row.was_ends,
        )
        session.add(back)
        session.flush()
        told.append(back.id)
    session.flush()
    return tuple(told)


def read(
    session: Session, viewer: Viewer, now: datetime, *, noted: bool = False
) -> tuple[Told, ...]:
    """What the viewer was told of their own bookings to come, the soonest first.

    With ``noted`` also what they have seen already.
    """
    rows = session.scalars(
        select(Notice)
        .join(Booking, Booking.id == Notice.booking_id)
        .where(
            Notice.staff_id.in_(sorted(viewer.owns)),
            Booking.ends > now,
            Booking.status.in_(LIVE) | (Booking.cancel_reason == RELEASED),
            *(() if noted else (Notice.seen_at.is_(None),)),
        )
        .order_by(Notice.id)
    ).all()
    by_booking: dict[int, list[Notice]] = defaultdict(list)
    for row in rows:
        by_booking[row.booking_id].append(row)
    catalogue = catalogues.read(session)
    seen = stays.of_bookings(
        session, catalogue, viewer, Booking.id.in_(sorted(by_booking))
    )
    return tuple(
        Told(
            id=row.id,
            booking_id=row.booking_id,
            seen=each,
            words=_words(session, catalogue, row, each),
            moved_at=row.made_at,
            noted=row.seen_at is not None,
            released=each.status not in LIVE,
        )
        for each in seen
        if not each.masked
        for row in by_booking.get(each.booking_id or 0, ())
    )


def count(session: Session, viewer: Viewer, now: datetime) -> int:
    """How many of them the viewer has not seen."""
    return len(read(session, viewer, now))


def note(session: Session, notice_id: int, viewer: Viewer) -> None:
    """The viewer has seen it.

    Raises:
        NotFound: it is not theirs, or it was taken back.
    """
    _own(session, notice_id, viewer).seen_at = stamp()
    session.flush()


def words_to_copy(session: Session, notice_id: int, viewer: Viewer) -> str:
    """What whoever comes may be told, to copy: the same shape for everybody.

    Raises:
        NotFound: it is not the viewer's, or it was taken back.
    """
    row = _own(session, notice_id, viewer)
    catalogue = catalogues.read(session)
    invited = stays.invited(session, catalogue, viewer, row.booking_id)
    if invited is None:
        raise NotFound(NOT_THERE)
    room = catalogue.rooms[invited.room_id]
    was = f"{DAYS[row.was_starts.weekday()]} {day_month(row.was_starts)}"
    day = f"{DAYS[invited.starts.weekday()]} {day_month(invited.starts)}"
    whom = f" with {invited.ask_for}" if invited.ask_for else ""
    ask = f" and ask for {invited.ask_for}" if invited.ask_for else ""
    ring = invited.ask_for or "us"
    return (
        f"Your appointment{whom} on {was} at {clock(row.was_starts)} has moved. It is "
        f"now on {day} at {clock(invited.starts)} at {room.venue.name}, "
        f"{room.venue.town}. Come to {room.name}{ask}. If you can't make it or want "
        f"somewhere else, ring or text {ring}."
    )


def booking_of(session: Session, notice_id: int, viewer: Viewer) -> int:
    """The id of the booking that it is about.

    Raises:
        NotFound: it is not the viewer's, or it was taken back.
    """
    return _own(session, notice_id, viewer).booking_id


NOT_THERE = "That is no longer on your list. Look at it again."


def _own(session: Session, notice_id: int, viewer: Viewer) -> Notice:
    row = session.get(Notice, notice_id)
    if row is None or row.staff_id not in viewer.owns:
        raise NotFound(NOT_THERE)
    return row


def _words(session: Session, catalogue: Catalogue, row: Notice, seen: Seen) -> str:
    """From where and when, to where and when; the day once where it stays the same."""
    if seen.status not in LIVE:
        booking = session.get_one(Booking, row.booking_id)
        tell = venue_answers.to_tell(session, catalogue, booking)
        return f"{RELEASED} {tell}".strip()
    here, there = catalogue.rooms[row.was_room_id], catalogue.rooms[row.room_id]
    if (row.was_room_id, row.was_starts) == (row.room_id, row.starts):
        return "Handed over to you."
    before = f"{here.name}, {here.venue.name}"
    after = f"{there.name}, {there.venue.name}"
    if row.was_starts != row.starts:
        before += f" at {_moment(row.was_starts)}"
        after += f" at {_moment(row.starts)}"
    return f"Moved from {before} to {after}."


def _moment(when: datetime) -> str:
    return f"{clock(when)} on {DAYS[when.weekday()]} {day_month(when)}"
