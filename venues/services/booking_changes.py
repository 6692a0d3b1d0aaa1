"""Moving, changing, cancelling and bringing back a booking.

Each is judged by every rule, like a new one; what was agreed before (a warning passed
with its reason) stays agreed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import stamp
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Condition,
    Hold,
    Outing,
    Override,
    Worker,
)
from venues.domain import clocks
from venues.domain.free_text import private_words
from venues.domain.people import Role, Viewer
from venues.domain.period import Period
from venues.errors import Refused, Stale, WrongInput
from venues.services import asking, booking_rows, bookings, cases
from venues.services.asking import Request
from venues.services.booking_reading import by_id, by_reference, stored
from venues.services.bookings import Booked, Judged

__all__ = [
    "by_id",
    "by_reference",
    "cancel",
    "change",
    "examine_move",
    "may_change",
    "move",
    "restore",
    "stored",
]

LIVE = frozenset({"provisional", "confirmed"})


def examine_move(
    session: Session,
    booking_id: int,
    viewer: Viewer,
    *,
    now: datetime,
    room_ids: tuple[int, ...] | None = None,
    period: Period | None = None,
) -> Judged:
    """What the rules make of the booking elsewhere or at another time.

    Raises:
        NotFound: it is not theirs.
        WrongInput: the time has passed, or the booking has.
    """
    booking = by_id(session, booking_id, viewer)
    return _judge_move(session, booking, viewer, now, room_ids, period)


def move(
    session: Session,
    booking_id: int,
    viewer: Viewer,
    *,
    now: datetime,
    room_ids: tuple[int, ...] | None = None,
    period: Period | None = None,
    version: int | None = None,
    accepted: dict[str, str] | None = None,
) -> Booked:
    """Put the booking in other rooms, at another time, or both.

    Raises:
        Refused: a rule forbids it.
        Stale: somebody else changed it since ``version`` was read.
        NotFound, WrongInput: as ``examine_move``.
    """
    booking = _of_version(by_id(session, booking_id, viewer), version)
    judged = _judge_move(session, booking, viewer, now, room_ids, period)
    if accepted:
        reasons = {**judged.request.accepted, **accepted}
        judged = replace(judged, request=replace(judged.request, accepted=reasons))
    return _rewrite(session, booking, judged, viewer)


def change(
    session: Session,
    booking_id: int,
    request: Request,
    viewer: Viewer,
    *,
    now: datetime,
    version: int | None = None,
    case_ids: tuple[int, ...] | None = None,
) -> Booked:
    """Save the booking with everything as in the request.

    ``case_ids`` stand in place of the references where somebody has seen to those.

    Raises:
        Refused: a rule forbids it.
        Stale: somebody else changed it since ``version`` was read.
        NotFound, WrongInput, NotAllowed: as for a new booking.
    """
    booking = _of_version(by_id(session, booking_id, viewer), version)
    _not_over(booking, now)
    asking.check_role(viewer, request.audience)
    asking.check_time(request.period, now)
    if case_ids is None:
        case_ids = cases.use(
            session, request.references, viewer, request.audience, now.date()
        )
    judged = bookings.judge(session, request, viewer, case_ids, without=booking.id)
    kind = catalogues.read(session).kinds[request.kind]
    booking.type_id = kind.id
    booking.audience = request.audience.value
    for table in (Attendance, Worker):
        for row in session.scalars(select(table).where(table.booking_id == booking.id)):
            session.delete(row)
    session.flush()
    session.add_all(Attendance(booking_id=booking.id, case_id=id_) for id_ in case_ids)
    session.add_all(
        Worker(booking_id=booking.id, staff_id=id_, part="second" if n else "lead")
        for n, id_ in enumerate(request.worker_ids)
    )
    return _rewrite(session, booking, judged, viewer)


def cancel(
    session: Session,
    booking_id: int,
    viewer: Viewer,
    *,
    reason: str,
    now: datetime,
    version: int | None = None,
) -> Booked:
    """Cancel it and free its rooms; the booking stays on record with its reason.

    Raises:
        WrongInput: no reason, one that names somebody, or it is over or cancelled.
        Stale: somebody else changed it since ``version`` was read.
        NotFound: it is not theirs.
    """
    booking = _of_version(by_id(session, booking_id, viewer), version)
    _not_over(booking, now)
    if not reason.strip():
        raise WrongInput("Say why it is cancelled.", "reason")
    if kind := private_words(reason):
        raise WrongInput(
            f"Use the case reference only. This looks like {kind}.", "reason"
        )
    booking.status = "cancelled"
    booking.cancel_reason = reason.strip()
    booking.sequence += 1
    session.execute(delete(Hold).where(Hold.booking_id == booking.id))
    session.flush()
    return _done(booking, ())


def restore(
    session: Session, booking_id: int, viewer: Viewer, *, now: datetime
) -> Booked:
    """Bring a cancelled booking back, if its rooms and people are still free.

    Raises:
        Refused: a rule forbids it now.
        WrongInput: it is not cancelled, or its time has passed.
        NotFound: it is not theirs.
    """
    booking = by_id(session, booking_id, viewer)
    if booking.status in LIVE:
        raise WrongInput("That booking is not cancelled.", "status")
    request, case_ids = stored(session, booking)
    asking.check_time(request.period, now)
    judged = bookings.judge(session, request, viewer, case_ids, without=booking.id)
    booking.cancel_reason = ""
    return _rewrite(session, booking, judged, viewer)


def _judge_move(
    session: Session,
    booking: Booking,
    viewer: Viewer,
    now: datetime,
    room_ids: tuple[int, ...] | None,
    period: Period | None,
) -> Judged:
    _not_over(booking, now)
    request, case_ids = stored(session, booking)
    if period is not None:
        _check_move(period, now)
        request = replace(request, period=period)
    if room_ids is not None:
        request = replace(request, room_ids=room_ids)
    return bookings.judge(session, request, viewer, case_ids, without=booking.id)


def _check_move(period: Period, now: datetime) -> None:
    asking.check_time(period, now)
    if period.starts.date() != period.ends.date():
        raise WrongInput("It runs past midnight. Choose an earlier start.", "starts")
    for moment in (period.starts, period.ends):
        if sentence := clocks.check(moment):
            raise WrongInput(sentence, "starts")


def _rewrite(
    session: Session, booking: Booking, judged: Judged, viewer: Viewer
) -> Booked:
    """Bring the booking's row, rooms, holds and conditions to what was judged."""
    if outstanding := judged.outstanding(viewer):
        raise Refused(outstanding)
    request, asked = judged.request, judged.asked
    session.execute(delete(Hold).where(Hold.booking_id == booking.id))
    session.execute(delete(BookingRoom).where(BookingRoom.booking_id == booking.id))
    booking.starts, booking.ends = asked.period.starts, asked.period.ends
    booking.people, booking.needs = asked.people, list(asked.needs)
    booking.note, booking.arrival = request.note.strip(), request.arrival.strip()
    booking.authority_id = judged.rooms[0].venue.authority_id
    booking.cost = judged.rooms[0].cost(asked.period.minutes)
    booking.status = "provisional" if judged.conditions else "confirmed"
    booking.sequence += 1
    _meet_conditions(session, booking, judged, viewer)
    _move_outing(session, booking, judged.rooms[0].venue.name)
    known = set(
        session.scalars(select(Override.rule).where(Override.booking_id == booking.id))
    )
    session.add_all(
        row
        for row in booking_rows.reasons(booking.id, judged.findings, request, viewer)
        if row.rule not in known
    )
    session.flush()
    session.add_all(booking_rows.place(booking.id, asked, judged.rooms))
    session.flush()
    return _done(booking, judged.conditions)


def _meet_conditions(
    session: Session, booking: Booking, judged: Judged, viewer: Viewer
) -> None:
    open_ = set(judged.conditions)
    rows = session.scalars(select(Condition).where(Condition.booking_id == booking.id))
    for row in rows:
        if row.kind not in open_ and row.met_at is None:
            row.met_by, row.met_at = viewer.staff_id, stamp()
        elif row.kind in open_:
            row.met_by = row.met_at = None
            open_.discard(row.kind)
    session.add_all(Condition(booking_id=booking.id, kind=kind) for kind in open_)


def _move_outing(session: Session, booking: Booking, place: str) -> None:
    outing = session.scalar(select(Outing).where(Outing.booking_id == booking.id))
    if outing is not None:
        after = outing.check_out - outing.ends
        outing.place = place
        outing.starts, outing.ends = booking.starts, booking.ends
        outing.check_out = booking.ends + after


def may_change(viewer: Viewer, *, own: bool) -> bool:
    """Whether buttons that change a booking are shown for it."""
    return own or viewer.role in {Role.COORDINATOR, Role.MANAGER}


def _of_version(booking: Booking, version: int | None) -> Booking:
    if version is not None and booking.version != version:
        raise Stale(
            "Somebody else changed this booking since you opened it. "
            "Look at it again before you save."
        )
    return booking


def _not_over(booking: Booking, now: datetime) -> None:
    if booking.status not in LIVE:
        raise WrongInput("That booking is cancelled already.", "status")
    if booking.ends <= now:
        raise WrongInput("That appointment is over, so it stays as it was.", "status")


def _done(booking: Booking, conditions: tuple[str, ...]) -> Booked:
    return Booked(
        booking.id, booking.reference, booking.status, conditions, booking.version
    )
