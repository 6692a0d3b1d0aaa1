"""Taking hold of one room of a booking and putting it elsewhere, as in the schedule.

A booking may have several rooms; the one taken hold of goes where it is put, the
others stay, and a new time is the new time of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database.session import Database
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.rules import no_go
from venues.errors import Refused
from venues.services import attempts, booking_changes, venue_answers
from venues.services.bookings import Booked
from venues.services.venue_answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where one room of a booking is to go; ``version`` is the one that was looked at.

    ``accepted`` gives, for each rule that only warns, why it is passed.
    """

    booking_id: int
    room_id: int
    to_room_id: int
    period: Period
    version: int | None = None
    accepted: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a booking is, and what its venue has said to that."""

    room_ids: tuple[int, ...]
    period: Period
    answer: Answer | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of a move: where it was before, and where it is since."""

    booked: Booked
    before: Place
    after: Place


def examine(
    session: Session, move: Move, viewer: Viewer, *, now: datetime
) -> tuple[Finding, ...]:
    """What stands in the way of the move, gravest first; nothing is written.

    Raises:
        NotFound: the booking is not the viewer's to move.
        WrongInput: the time has passed, or the booking has.
    """
    before, _ = _now(session, move.booking_id, viewer)
    judged = booking_changes.examine_move(
        session,
        move.booking_id,
        viewer,
        now=now,
        room_ids=rooms(before.room_ids, move),
        period=move.period,
        accepted=dict(move.accepted),
    )
    return no_go.tellable(judged.outstanding(viewer))


def make(
    database: Database,
    move: Move,
    viewer: Viewer,
    *,
    now: datetime,
    name: str = "move to {}",
) -> Moved:
    """Move it, in a unit of work of its own, of that name with the room's in it.

    Raises:
        Refused: a rule forbids it; with a code to quote when it is about a person.
        Stale: somebody else changed it since ``version`` was read.
        NotFound, WrongInput: as ``examine``.
    """
    with database.read() as session:
        before, case_ids = _now(session, move.booking_id, viewer)
    after = Place(rooms(before.room_ids, move), move.period)

    def work(session: Session) -> Booked:
        return booking_changes.move(
            session,
            move.booking_id,
            viewer,
            now=now,
            room_ids=after.room_ids,
            period=after.period,
            version=move.version,
            accepted=dict(move.accepted),
        )

    attempt = (move.to_room_id, case_ids, move.period)
    try:
        booked = attempts.change(database, viewer, attempt, work, name)
    except Refused as refused:
        raise Refused(no_go.tellable(refused.findings), refused.code) from None
    with database.read() as session:
        after, _ = _now(session, move.booking_id, viewer)
    return Moved(booked, before, after)


def _now(
    session: Session, booking_id: int, viewer: Viewer
) -> tuple[Place, tuple[int, ...]]:
    """Where the booking is, and the cases in it."""
    booking = booking_changes.by_id(session, booking_id, viewer)
    request, case_ids = booking_changes.stored(session, booking)
    answer = venue_answers.of(booking)
    return Place(request.room_ids, request.period, answer), case_ids


def rooms(before: tuple[int, ...], move: Move) -> tuple[int, ...]:
    """The booking's rooms with one of them exchanged."""
    return tuple(move.to_room_id if id_ == move.room_id else id_ for id_ in before)
