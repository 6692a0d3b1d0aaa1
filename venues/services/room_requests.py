"""Asking for a room that somebody else holds: by way of the coordinator.

Whoever asks hears yes or no and nothing else; whoever holds the room hears that it is
wanted, and not by whom or why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import stamp
from venues.database.keys import on_a_server
from venues.database.models import (
    Booking,
    Hold,
    Request,
    RoomSpace,
    Staff,
    Worker,
)
from venues.database.no_go import LIVE
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import asking

OPEN, ASKED, YES, NO = "open", "asked", "yes", "no"

SAID = {
    OPEN: "The coordinator has been asked.",
    YES: "Yes. Look for it again: it is yours once it shows as free.",
    NO: "No. Choose another room or time.",
}
"""How it stands → all that whoever asked is told. That the holder has been asked is
none of it: how long an answer takes would tell who holds the room."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A room that is asked for, as one of those concerned may know it.

    ``asked_by`` and ``holder`` are for those who pass requests on.
    """

    id: int
    room: Room
    period: Period
    state: str
    booking_id: int | None = None
    asked_by: str = ""
    holder: str = ""


def ask(
    session: Session, viewer: Viewer, room_id: int, period: Period, *, now: datetime
) -> tuple[int, ...]:
    """Ask for a room that is in use; returns the ids. Asking twice is asking once.

    Raises:
        NotAllowed: the viewer books nothing.
        WrongInput: the time has passed, nobody has booked it, or one holds it oneself.
    """
    if not viewer.books:
        raise NotAllowed("You do not book rooms, so you cannot ask for one.")
    asking.check_time(period, now)
    holders = _holders(session, room_id, period)
    if not holders:
        raise WrongInput("Nobody can be asked for that room then. Look for it again.")
    own = set(
        session.scalars(
            select(Worker.booking_id).where(
                Worker.booking_id.in_(holders),
                Worker.staff_id.in_(sorted(viewer.owns)),
            )
        )
    )
    if own:
        raise WrongInput("You hold that room yourself. Move your own booking.")
    known = _known(session, viewer, room_id, period)
    ids = []
    for booking_id in holders:
        row = known.get(booking_id)
        if row is None:
            row = Request(
                asked_by=viewer.staff_id,
                booking_id=booking_id,
                room_id=room_id,
                starts=period.starts,
                ends=period.ends,
                made_at=stamp(),
            )
            session.add(row)
            session.flush()
        ids.append(row.id)
    return tuple(ids)


def _known(
    session: Session, viewer: Viewer, room_id: int, period: Period
) -> dict[int, Request]:
    """What the viewer asked already about that room and time, by booking."""
    rows = session.scalars(
        select(Request).where(
            Request.asked_by == viewer.staff_id,
            Request.room_id == room_id,
            Request.starts == period.starts,
            Request.ends == period.ends,
            Request.state != "withdrawn",
        )
    )
    return {row.booking_id: row for row in rows}


def withdraw(session: Session, ids: Iterable[int], viewer: Viewer) -> None:
    """Ask no longer."""
    for row in _own(session, ids, viewer):
        if row.state in {OPEN, ASKED}:
            row.state = "withdrawn"
    session.flush()


def ask_again(session: Session, ids: Iterable[int], viewer: Viewer) -> None:
    """Ask once more what was withdrawn."""
    for row in _own(session, ids, viewer):
        if row.state == "withdrawn":
            row.state = OPEN
    session.flush()


def to_pass_on(session: Session, viewer: Viewer, now: datetime) -> tuple[Wanted, ...]:
    """What the coordinator has to pass on or decline; empty for everybody else."""
    if not viewer.edits_venues:
        return ()
    return tuple(_wanted(session, (Request.state == OPEN) & _live(now), inside=True))


def to_answer(session: Session, viewer: Viewer, now: datetime) -> tuple[Wanted, ...]:
    """What the viewer, who holds the room, has been asked: not by whom."""
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    where = (Request.state == ASKED) & _live(now) & Request.booking_id.in_(own)
    return tuple(_wanted(session, where))


def mine(session: Session, viewer: Viewer, now: datetime) -> tuple[Wanted, ...]:
    """What the viewer asked for, one for each room and time, as yes, no or not yet."""
    rooms = catalogues.read(session).rooms
    rows = session.scalars(
        select(Request)
        .where(
            Request.asked_by == viewer.staff_id,
            Request.state != "withdrawn",
            Request.ends > now,
        )
        .order_by(Request.starts, Request.id)
    )
    together: dict[tuple[int, datetime, datetime], list[Request]] = defaultdict(list)
    for row in rows:
        together[row.room_id, row.starts, row.ends].append(row)
    return tuple(
        Wanted(
            each[0].id,
            rooms[room_id],
            Period(starts, ends),
            _told({row.state for row in each}),
        )
        for (room_id, starts, ends), each in together.items()
    )


def decide(session: Session, id_: int, state: str, viewer: Viewer) -> str:
    """Pass it on (``asked``), or answer it with yes or no; returns the state before.

    Raises:
        NotAllowed: it is not for the viewer to decide.
        NotFound: somebody decided it meanwhile.
    """
    row = session.get(Request, id_)
    if row is None or row.state not in {OPEN, ASKED}:
        raise NotFound("That was answered already. Look at the list.")
    _check(session, row, viewer)
    if row.state == OPEN and state == YES:
        raise NotAllowed("Ask whoever holds the room first.")
    before, row.state = row.state, state
    row.decided_by = viewer.staff_id
    session.flush()
    return before


def _check(session: Session, row: Request, viewer: Viewer) -> None:
    workers = session.scalars(
        select(Worker.staff_id).where(Worker.booking_id == row.booking_id)
    )
    holds = row.state != OPEN and not viewer.owns.isdisjoint(workers)
    if not (viewer.edits_venues or holds):
        raise NotAllowed("A coordinator passes requests on; the holder answers them.")


def _told(states: set[str]) -> str:
    """One answer for all the bookings that hold the room: yes only if all say yes."""
    if NO in states:
        return NO
    return YES if states == {YES} else OPEN


def _holders(session: Session, room_id: int, period: Period) -> tuple[int, ...]:
    """The bookings that hold any part of the room then."""
    if on_a_server(session):
        asked = (room_id, period.starts, period.ends)
        return tuple(session.scalars(select(func.venues_holders(*asked))))
    spaces = select(RoomSpace.space_id).where(RoomSpace.room_id == room_id)
    rows = session.scalars(
        select(Hold.booking_id)
        .join(Booking, Booking.id == Hold.booking_id)
        .where(
            Hold.space_id.in_(spaces),
            Hold.starts < period.ends,
            Hold.ends > period.starts,
            Booking.status.in_(LIVE),
        )
        .distinct()
        .order_by(Hold.booking_id)
    )
    return tuple(row for row in rows if row is not None)


def _live(now: datetime) -> ColumnElement[bool]:
    live = select(Booking.id).where(Booking.status.in_(LIVE))
    return (Request.ends > now) & Request.booking_id.in_(live)


def _wanted(
    session: Session, where: ColumnElement[bool], *, inside: bool = False
) -> Iterable[Wanted]:
    """The rows; who asks and who holds the room only for those who pass them on.

    Of a booking that has moved out of the way nothing is asked any more.
    """
    rooms = catalogues.read(session).rooms
    rows = session.scalars(
        select(Request).where(where).order_by(Request.starts, Request.id)
    ).all()
    for row in rows:
        period = Period(row.starts, row.ends)
        if row.booking_id not in _holders(session, row.room_id, period):
            continue
        asker = session.get(Staff, row.asked_by)
        yield Wanted(
            row.id,
            rooms[row.room_id],
            period,
            row.state,
            row.booking_id,
            (asker.name if asker and inside else ""),
            _holder(session, row.booking_id) if inside else "",
        )


def _holder(session: Session, booking_id: int) -> str:
    wanted = (
        select(Staff.name)
        .join(Worker, Worker.staff_id == Staff.id)
        .where(Worker.booking_id == booking_id)
        .order_by(Worker.id)
    )
    return session.scalars(wanted).first() or ""


def _own(session: Session, ids: Iterable[int], viewer: Viewer) -> list[Request]:
    rows = select(Request).where(
        Request.id.in_(list(ids)), Request.asked_by == viewer.staff_id
    )
    return list(session.scalars(rows))
