"""A booking taken up to be changed, and what to propose for a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Attendance, Case, Outing, Room, Venue
from venues.database.session import Database
from venues.domain import privacy
from venues.domain.people import Viewer
from venues.domain.privacy import Sight
from venues.errors import NotAllowed
from venues.services import (
    asking,
    attempts,
    booking_changes,
    booking_rows,
    bookings,
    cases,
    in_place,
    venue_answers,
)
from venues.services.asking import Request
from venues.services.bookings import Booked, Judged
from venues.services.venue_answers import Answer


@dataclass(frozen=True, slots=True)
class Edit:
    """A booking as it may be changed; ``version`` is the one that was looked at.

    ``answer`` is what its venue has said to it as it was; it is ``live`` unless it has
    been cancelled.
    """

    id: int
    reference: str
    version: int
    request: Request
    answer: Answer
    live: bool = True


def open_booking(session: Session, booking_id: int, viewer: Viewer) -> Edit:
    """The booking with its references, for one who sees it in full.

    Raises:
        NotFound: there is none, or it is not theirs; both answer the same.
        NotAllowed: they may move it, but not see what it is about.
    """
    booking = booking_changes.by_id(session, booking_id, viewer)
    request, case_ids = booking_changes.stored(session, booking)
    if privacy.sight(viewer, frozenset(request.worker_ids)) is not Sight.FULL:
        raise NotAllowed(
            "Its workers and managers change this booking. "
            "You can move or cancel it in the schedule."
        )
    known = _references(session, case_ids)
    request = replace(request, references=tuple(sorted(known)))
    return Edit(
        booking.id,
        booking.reference,
        booking.version,
        request,
        venue_answers.of(booking),
        live=booking.status in booking_changes.LIVE,
    )


def examine(
    session: Session, edit: Edit, request: Request, viewer: Viewer, *, now: datetime
) -> Judged:
    """What the rules make of the booking as it would be; nothing is written.

    Raises:
        WrongInput: something typed cannot be used.
        NotAllowed: this role does not book that.
    """
    asking.check_role(viewer, request.audience)
    asking.check_time(request.period, now)
    bookings.check_people(request)
    kept, new = _sorted(session, edit, request)
    case_ids = (*kept, *cases.known(session, new, viewer, now.date()))
    judged = bookings.judge(
        session, request, viewer, case_ids, now=now, without=edit.id
    )
    booking = booking_changes.by_id(session, edit.id, viewer)
    return in_place.eased(session, booking, judged, viewer, now)


def save(
    database: Database,
    edit: Edit,
    request: Request,
    viewer: Viewer,
    *,
    now: datetime,
) -> Booked:
    """Change the booking, in a unit of work of its own.

    References it has already stay, whoever's list they are on; a new one must be on
    the viewer's.

    Raises:
        Refused: a rule forbids it; with a code to quote when it is about a person.
        Stale: somebody else changed it since it was opened.
        VenuesError: anything else that a new booking would raise.
    """
    with database.read() as session:
        judged = examine(session, edit, request, viewer, now=now)
    attempt = (request.room_ids[0], judged.asked.case_ids, request.period)
    work = partial(_save, edit=edit, request=request, viewer=viewer, now=now)
    return attempts.change(database, viewer, attempt, work, "change of {}")


def arrival(session: Session, venue_id: int) -> str:
    """The venue's words for how to arrive, to be proposed for a booking there."""
    return session.scalar(select(Venue.arrival).where(Venue.id == venue_id)) or ""


def last_confirmed(session: Session, case_ids: tuple[int, ...]) -> date | None:
    """Since when all that is recorded of those cases has been known to be right.

    It is the earliest of their days; None while one has never been confirmed. The ids
    are those of references that whoever asks may use.
    """
    days = session.scalars(select(Case.confirmed_on).where(Case.id.in_(case_ids))).all()
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(case_ids) else None


def _save(
    session: Session,
    *,
    edit: Edit,
    request: Request,
    viewer: Viewer,
    now: datetime,
) -> Booked:
    bookings.check_people(request)
    kept, new = _sorted(session, edit, request)
    used = cases.use(session, new, viewer, request.audience, now.date())
    booked = booking_changes.change(
        session,
        edit.id,
        request,
        viewer,
        now=now,
        version=edit.version,
        case_ids=(*kept, *used),
    )
    _plan_outing(session, edit.id, request, viewer)
    return booked


def _sorted(
    session: Session, edit: Edit, request: Request
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The cases that stay in the booking, and the references that are new in it.

    A case whose reference has been taken off it stays: nobody can type it any more.
    """
    here = session.scalars(
        select(Attendance.case_id).where(Attendance.booking_id == edit.id)
    ).all()
    known = _references(session, tuple(here))
    typed = tuple(text.strip().upper() for text in request.references)
    nameless = set(here) - set(known.values())
    kept = sorted({known[text] for text in typed if text in known} | nameless)
    new = tuple(
        text
        for text, tidy in zip(request.references, typed, strict=True)
        if tidy not in known
    )
    return tuple(kept), new


def _references(session: Session, case_ids: tuple[int, ...]) -> dict[str, int]:
    rows = session.execute(
        select(Case.reference, Case.id).where(
            Case.id.in_(case_ids), Case.reference.is_not(None)
        )
    )
    return {reference: id_ for reference, id_ in rows if reference}


def _plan_outing(
    session: Session, booking_id: int, request: Request, viewer: Viewer
) -> None:
    """Put down who waits to hear from the worker, and when; who is in already stays."""
    booking = booking_changes.by_id(session, booking_id, viewer)
    outing = session.scalar(select(Outing).where(Outing.booking_id == booking_id))
    if request.buddy_id is None and request.check_out is None:
        if outing is not None:
            session.delete(outing)
    else:
        place = session.scalar(
            select(Venue.name)
            .join(Room, Room.venue_id == Venue.id)
            .where(Room.id == request.room_ids[0])
        )
        outing = outing or Outing(booking_id=booking_id)
        booking_rows.plan_outing(outing, booking, request, place or "")
        session.add(outing)
    session.flush()
