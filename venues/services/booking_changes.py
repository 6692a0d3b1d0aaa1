"""Moving, changing, cancelling and bringing back a booking.

Each is judged by every rule, like a new one; what was agreed before (a warning passed
with its reason) stays agreed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy import delete
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, Hold
from venues.domain import clocks, privacy, telling
from venues.domain.free_text import private_words
from venues.domain.meeting import Meeting
from venues.domain.outcomes import Outcome
from venues.domain.people import Role, Viewer
from venues.domain.period import Period
from venues.domain.privacy import Sight
from venues.errors import Stale, WrongInput
from venues.services import (
    asking,
    booking_rewriting,
    bookings,
    cases,
    in_place,
    venue_answers,
)
from venues.services.asking import Request
from venues.services.booking_reading import by_id, by_reference, stored
from venues.services.bookings import Booked, Judged
from venues.services.reviews import moved, watching
from venues.services.venue_answers import Answer

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
    accepted: dict[str, str] | None = None,
) -> Judged:
    """What the rules make of the booking elsewhere or at another time.

    Raises:
        NotFound: it is not theirs.
        WrongInput: the time has passed, or the booking has.
    """
    booking = by_id(session, booking_id, viewer)
    asked = (room_ids, period, accepted or {})
    return _judge_move(session, booking, viewer, now, asked)


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
    back: Answer | None = None,
) -> Booked:
    """Put the booking in other rooms, at another time, or both.

    ``back`` is the venue's answer that holds again when a move is taken back.

    Raises:
        Refused: a rule forbids it.
        Stale: somebody else changed it since ``version`` was read.
        NotFound, WrongInput: as ``examine_move``.
    """
    booking = _of_version(by_id(session, booking_id, viewer), version)
    asked = (room_ids, period, accepted or {})
    judged = _judge_move(
        session, booking, viewer, now, asked, going_back=back is not None
    )
    was = moved.origin(session, booking)
    booked = booking_rewriting.rewrite(session, booking, judged, viewer, now, back)
    if not _sees(viewer, judged.request):
        moved.note(session, booking, was)
    return booked


def change(
    session: Session,
    booking_id: int,
    request: Request,
    viewer: Viewer,
    *,
    now: datetime,
    version: int | None = None,
    case_ids: tuple[int, ...] | None = None,
    back: Answer | None = None,
) -> Booked:
    """Save the booking with everything as in the request.

    ``case_ids`` stand in place of the references where somebody has seen to those;
    ``back`` is the venue's answer that holds again when a change is taken back.

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
    judge = partial(bookings.judge, session, request, viewer, case_ids, now=now)
    judged = judge(without=booking.id, going_back=back is not None)
    judged = in_place.eased(session, booking, judged, viewer, now)
    kind = catalogues.read(session).kinds[request.kind]
    booking.type_id = kind.id
    booking.audience = request.audience.value
    booking_rewriting.put_people(session, booking.id, case_ids, request.worker_ids)
    return booking_rewriting.rewrite(session, booking, judged, viewer, now, back)


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
    return give_up(session, booking, reason.strip())


def give_up(session: Session, booking: Booking, reason: str) -> Booked:
    """Free its rooms; it stays on record as cancelled, with the reason."""
    tell = venue_answers.to_tell(session, catalogues.read(session), booking)
    booking.status = "cancelled"
    booking.cancel_reason = reason
    by_venue = booking.venue_answer == venue_answers.NO
    booking.outcome = Outcome.BY_VENUE if by_venue else Outcome.BY_US
    booking.sequence += 1
    watching.settle(session, booking.id, "Cancelled")
    session.execute(delete(Hold).where(Hold.booking_id == booking.id))
    session.flush()
    return booking_rewriting.done(booking, (), tell)


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
    judge = partial(bookings.judge, session, request, viewer, case_ids, now=now)
    judged = judge(without=booking.id, going_back=True)
    booking.cancel_reason = booking.outcome = ""
    return booking_rewriting.rewrite(
        session, booking, judged, viewer, now, venue_answers.of(booking)
    )


def _judge_move(
    session: Session,
    booking: Booking,
    viewer: Viewer,
    now: datetime,
    asked: tuple[tuple[int, ...] | None, Period | None, dict[str, str]],
    *,
    going_back: bool = False,
) -> Judged:
    room_ids, period, accepted = asked
    _not_over(booking, now)
    request, case_ids = stored(session, booking)
    request = replace(request, accepted=request.accepted | accepted)
    if period is not None:
        _check_move(period, now)
        request = replace(request, period=period)
    if room_ids is not None:
        meeting = _waiting(request, room_ids)
        request = replace(request, room_ids=room_ids, meeting=meeting)
    judged = bookings.judge(
        session,
        request,
        viewer,
        case_ids,
        now=now,
        without=booking.id,
        going_back=going_back,
    )
    if _sees(viewer, request):
        return judged
    passed = {rule for rule, why in request.accepted.items() if why.strip()}
    if going_back:  # nobody is asked about the place where it was
        passed.add(telling.NAME)
    return replace(judged, findings=telling.to_a_keeper(judged.findings, passed))


def _waiting(request: Request, room_ids: tuple[int, ...]) -> Meeting:
    """Whoever waits does so in the room that takes the place of the one before."""
    waiting = request.meeting.waiting_ids
    pairs = zip(request.room_ids, room_ids, strict=False)
    ids = tuple(new for old, new in pairs if old in waiting)
    return replace(request.meeting, waiting_ids=ids)


def _sees(viewer: Viewer, request: Request) -> bool:
    """Whether it is theirs to know what the booking is about."""
    return privacy.sight(viewer, frozenset(request.worker_ids)) is Sight.FULL


def _check_move(period: Period, now: datetime) -> None:
    asking.check_time(period, now)
    if period.starts.date() != period.ends.date():
        raise WrongInput("It runs past midnight. Choose an earlier start.", "starts")
    for moment in (period.starts, period.ends):
        if sentence := clocks.check(moment):
            raise WrongInput(sentence, "starts")


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
