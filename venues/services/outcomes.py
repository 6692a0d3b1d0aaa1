"""What came of appointments that are over: which still want a word, and noting it.

Told to those alone who see all of a booking: its worker, whoever acts for them, and a
manager. "Was not brought" would tell anybody else for whom it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Attendance, Booking, BookingRoom, Case, Worker
from venues.database.no_go import LIVE
from venues.domain.outcomes import Outcome
from venues.domain.people import Role, Viewer
from venues.domain.places import Point
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Room
from venues.errors import NotFound, WrongInput
from venues.services import stays

Where = Callable[[str], Point | None]
"""A postcode sector → its middle, None where it is not known."""

BACK = timedelta(days=91)
"""How long an appointment that is over waits for its outcome on the list."""

MOST = 500
"""Appointments that are listed at once, the latest."""

NOT_YOURS = "Only its worker or a manager can say what came of an appointment."


@dataclass(frozen=True, slots=True)
class Past:
    """An appointment that is over; ``outcome`` is empty until it is noted."""

    seen: Seen
    room: Room
    outcome: str = ""


def count(session: Session, viewer: Viewer, now: datetime) -> int:
    """How many of the viewer's own are over and have no outcome."""
    over = select(func.count()).where(_over(viewer, now), Booking.outcome == "")
    return session.scalar(over) or 0


def read(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    everybody: bool = False,
    noted: bool = False,
) -> tuple[Past, ...]:
    """Those that are over and have no outcome, in order of time.

    ``everybody`` is for managers: those of colleagues as well. ``noted`` adds those
    that have one, to put it right.
    """
    all_ = everybody and viewer.role is Role.MANAGER
    where = _over(viewer, now, everybody=all_)
    if not noted:
        where = where & (Booking.outcome == "")
    latest = select(Booking.id).where(where)
    ids = session.scalars(
        latest.order_by(Booking.starts.desc(), Booking.id.desc()).limit(MOST)
    ).all()
    catalogue = catalogues.read(session)
    rows = stays.of_bookings(session, catalogue, viewer, Booking.id.in_(ids))
    known = _outcomes(session, ids)
    return tuple(
        Past(row, catalogue.rooms[row.room_id], known[row.booking_id or 0])
        for row in rows
        if row.sight is Sight.FULL
    )


def note(
    session: Session,
    booking_ids: Collection[int],
    outcome: Outcome | None,
    viewer: Viewer,
    *,
    now: datetime,
    where: Where | None = None,
) -> None:
    """Note what came of some appointments, all of them or none; None forgets it.

    It holds for everybody the appointment was for. With ``where`` it is put down how
    far they had to travel, if nobody knew when it was booked: from the middle of the
    case's sector, as long as that is on record.

    Raises:
        NotFound: one is not theirs to say it of.
        WrongInput: one is not over yet, or was cancelled before it began.
    """
    wanted = sorted(set(booking_ids))
    seen = stays.of_bookings(
        session, catalogues.read(session), viewer, Booking.id.in_(wanted)
    )
    full = [row.booking_id for row in seen if row.sight is Sight.FULL]
    if sorted(id_ for id_ in full if id_ is not None) != wanted:
        raise NotFound(NOT_YOURS)
    said = outcome.value if outcome is not None else ""
    metres = _metres(session, wanted, where) if where is not None else {}
    for booking in session.scalars(select(Booking).where(Booking.id.in_(wanted))):
        if booking.status not in LIVE:
            raise WrongInput("That booking is cancelled already.", "outcome")
        if booking.starts > now:
            raise WrongInput("That appointment has not begun yet.", "outcome")
        booking.outcome = said
        if booking.travel is None:
            booking.travel = metres.get(booking.id)
    came = select(Attendance).where(Attendance.booking_id.in_(wanted))
    for row in session.scalars(came):
        row.outcome = said
    session.flush()


def _over(
    viewer: Viewer, now: datetime, *, everybody: bool = False
) -> ColumnElement[bool]:
    over = (
        (Booking.ends <= now)
        & (Booking.starts >= now - BACK)
        & Booking.status.in_(LIVE)
    )
    if everybody:
        return over
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    return over & Booking.id.in_(own)


def _metres(session: Session, ids: Collection[int], where: Where) -> dict[int, int]:
    """Booking → metres in a straight line, of those for one case with a sector."""
    rooms = catalogues.read(session).rooms
    rows = session.execute(
        select(Attendance.booking_id, Case.sector, BookingRoom.room_id)
        .join(Case, Case.id == Attendance.case_id)
        .join(BookingRoom, BookingRoom.booking_id == Attendance.booking_id)
        .where(Attendance.booking_id.in_(ids), BookingRoom.role == "main")
    ).all()
    number = Counter(booking_id for booking_id, *_ in rows)
    found = {}
    for booking_id, sector, room_id in rows:
        home = where(sector) if sector and number[booking_id] == 1 else None
        there = rooms[room_id].venue.point
        if home is not None and there is not None:
            found[booking_id] = round(home.distance_to(there))
    return found


def _outcomes(session: Session, ids: Collection[int]) -> dict[int, str]:
    rows = session.execute(
        select(Booking.id, Booking.outcome).where(Booking.id.in_(ids))
    )
    return {row.id: row.outcome for row in rows}
