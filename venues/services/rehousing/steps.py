"""Bookings on their way: lifted together, and set down one by one.

While they are on their way none of them stands in another's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from venues.database.models import Booking, Hold
from venues.domain.people import Viewer
from venues.errors import Clash, Refused, Stale, WrongInput
from venues.services import booking_changes, bookings, venue_answers
from venues.services.moves import Place
from venues.services.reviews import moved

CHANGED_SINCE = (
    "Something changed since, or stands in the way by now, so all of it stays as it "
    "is. Move bookings back one by one."
)
LIFTED = "declined"
"""The status under which a booking claims nothing, for as long as it is on its way."""


@dataclass(frozen=True, slots=True)
class Step:
    """One booking's way; ``version`` is that of the booking since."""

    booking_id: int
    before: Place
    after: Place
    version: int


def lift(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """Let the bookings claim nothing; returns the status of each."""
    wanted = sorted(ids)
    statuses = dict(
        session.execute(
            select(Booking.id, Booking.status).where(Booking.id.in_(wanted))
        ).all()
    )
    session.execute(delete(Hold).where(Hold.booking_id.in_(wanted)))
    _status(session, wanted, LIFTED)
    return statuses


def set_down(session: Session, booking_id: int, status: str) -> None:
    """Let it be moved, with the status it had."""
    _status(session, [booking_id], status)


def _status(session: Session, ids: list[int], status: str) -> None:
    """Past the flush: nobody's history says that a booking was on its way."""
    session.execute(
        update(Booking).where(Booking.id.in_(ids)).values(status=status),
        execution_options={"synchronize_session": False},
    )


def place(session: Session, booking_id: int, viewer: Viewer) -> Place:
    """Where it is, and what its venue has said to that."""
    booking = booking_changes.by_id(session, booking_id, viewer)
    request, _ = booking_changes.stored(session, booking)
    return Place(request.room_ids, request.period, venue_answers.of(booking))


def put(
    session: Session,
    steps: Iterable[Step],
    viewer: Viewer,
    now: datetime,
    *,
    back: bool,
) -> tuple[Step, ...]:
    """All of them there again, or nothing."""
    found = list(steps)
    made: list[Step] = []
    try:
        statuses = lift(session, [step.booking_id for step in found])
        for step in found:
            there = step.before if back else step.after
            set_down(session, step.booking_id, statuses[step.booking_id])
            done = booking_changes.move(
                session,
                step.booking_id,
                viewer,
                now=now,
                room_ids=there.room_ids,
                period=there.period,
                version=step.version,
                back=there.answer,
            )
            moved.forget(session, step.booking_id)
            made.append(Step(step.booking_id, step.before, step.after, done.version))
    except (Refused, Clash, Stale, WrongInput) as trouble:
        raise Stale(CHANGED_SINCE) from trouble
    return tuple(made)


def check_all(
    session: Session, ids: Iterable[int], viewer: Viewer, now: datetime
) -> None:
    """See that every one of them stands beside all the others.

    The first was judged before the last was there.

    Raises:
        Refused: one of them does not.
    """
    for id_ in ids:
        booking = session.get_one(Booking, id_)
        request, case_ids = booking_changes.stored(session, booking)
        judged = bookings.judge(
            session, request, viewer, case_ids, now=now, without=id_, going_back=True
        )
        refusals = tuple(each for each in judged.outstanding(viewer) if each.refuses)
        if refusals:
            raise Refused(refusals)
