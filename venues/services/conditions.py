"""What still has to happen before a booking is confirmed, and who saw to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import term_days
from venues.database.audit import stamp
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, Condition, Staff
from venues.domain import meeting
from venues.domain.clocks import to_local
from venues.domain.people import Viewer
from venues.domain.rules import face_to_face
from venues.domain.words import count, day_month, listing
from venues.errors import NotAllowed, WrongInput
from venues.services import booking_reading, booking_rewriting, bookings, signing
from venues.services.bookings import Booked, Judged

SIGN_OFF, POLICE = signing.SIGN_OFF, "police"
RELEASED = "Still provisional when it was due, so its time was released."
"""Why such a booking is cancelled, whatever was missing."""

MANAGERS = "A manager signs this off. It waits for one of them."


@dataclass(frozen=True, slots=True)
class Open:
    """A condition of a booking; ``met_by`` is a name, empty while it is open."""

    kind: str
    due: date | None = None
    met_by: str = ""
    met_at: datetime | None = None

    @property
    def met(self) -> bool:
        """Whether it has been seen to."""
        return self.met_at is not None


def of(session: Session, booking: Booking) -> tuple[Open, ...]:
    """All conditions of the booking, met or not; ``met_at`` is UTC."""
    rows = session.execute(
        select(Condition.kind, Condition.due, Staff.name, Condition.met_at)
        .outerjoin(Staff, Staff.id == Condition.met_by)
        .where(Condition.booking_id == booking.id)
        .order_by(Condition.kind)
    )
    return tuple(Open(kind, due, name or "", at) for kind, due, name, at in rows)


def open_of(session: Session, booking: Booking) -> tuple[Open, ...]:
    """Those that are still open; the booking is provisional while there are any."""
    return tuple(each for each in of(session, booking) if not each.met)


def waiting(session: Session, kind: str, now: datetime) -> tuple[int, ...]:
    """The ids of bookings to come for which that condition is open, soonest first."""
    return tuple(
        session.scalars(
            select(Condition.booking_id)
            .join(Booking, Booking.id == Condition.booking_id)
            .where(
                Condition.kind == kind,
                Condition.met_at.is_(None),
                Booking.status == "provisional",
                Booking.ends > now,
            )
            .order_by(Booking.starts, Booking.id)
        )
    )


def reminder(
    catalogue: Catalogue, kind: str, day: date, today: date, due: date | None = None
) -> tuple[str, bool]:
    """What is added about how long there is, and whether it is urgent."""
    words, presses = _police(catalogue, kind, day, today)
    if due is None:
        return words, presses
    if catalogue.numbers.releases:
        released = f"{words} Its time is released after {day_month(due)}."
        return released, presses or due <= today
    late = f" It was due by {day_month(due)}." if due < today else ""
    return f"{words}{late}", presses or bool(late)


def _police(
    catalogue: Catalogue, kind: str, day: date, today: date
) -> tuple[str, bool]:
    left = meeting.working_days(today, day, partial(term_days.bank_holiday, catalogue))
    numbers = catalogue.numbers
    if kind != POLICE or left > numbers.police_remind_days:
        return "", False
    words = f" {count(left, 'working day')} left." if left else " It is today."
    return words, left <= numbers.police_urgent_days


def told(session: Session, booking_id: int) -> dict[str, str]:
    """Condition → who saw to it and on which day, for those that are met."""
    return {
        each.kind: f"{each.met_by}, {day_month(to_local(each.met_at).date())}"
        for each in of(session, session.get_one(Booking, booking_id))
        if each.met_at is not None
    }


def meet(
    session: Session, booking_id: int, kind: str, viewer: Viewer, now: datetime
) -> Booked:
    """Say that a condition is met; without another, the booking is confirmed.

    Raises:
        NotFound: it is not theirs.
        NotAllowed: a sign-off, and the viewer is no manager.
        WrongInput: it is not open, or something has to be done first; the sentence
            says what.
    """
    booking = booking_reading.by_id(session, booking_id, viewer)
    row = session.scalar(
        select(Condition).where(
            Condition.booking_id == booking_id, Condition.kind == kind
        )
    )
    if row is None or row.met_at is not None or booking.status != "provisional":
        raise WrongInput("Nothing of that kind is open for this booking.", "condition")
    if kind == SIGN_OFF and not viewer.overrides:
        raise NotAllowed(MANAGERS)
    if booking.ends <= now:
        raise WrongInput("That appointment is over, so it stays as it was.", "status")
    _ready(_judged(session, booking, viewer, now), kind)
    row.met_by, row.met_at = viewer.staff_id, stamp()
    session.flush()
    left = tuple(each.kind for each in open_of(session, booking))
    if not left:
        booking.status = "confirmed"
        booking.sequence += 1
        session.flush()
    return booking_rewriting.done(booking, left)


def reopen(
    session: Session, booking_id: int, kind: str, viewer: Viewer, now: datetime
) -> Booked:
    """Take that back: the booking is provisional again.

    Raises:
        NotFound, NotAllowed: as for ``meet``.
        WrongInput: it is not met, or the appointment is over.
    """
    booking = booking_reading.by_id(session, booking_id, viewer)
    if kind == SIGN_OFF and not viewer.overrides:
        raise NotAllowed(MANAGERS)
    row = session.scalar(
        select(Condition).where(
            Condition.booking_id == booking_id, Condition.kind == kind
        )
    )
    live = booking.status in {"provisional", "confirmed"} and booking.ends > now
    if row is None or row.met_at is None or not live:
        raise WrongInput("Nothing of that kind can be taken back.", "condition")
    row.met_by = row.met_at = None
    booking.status = "provisional"
    booking.sequence += 1
    session.flush()
    left = tuple(each.kind for each in open_of(session, booking))
    return booking_rewriting.done(booking, left)


def _judged(
    session: Session, booking: Booking, viewer: Viewer, now: datetime
) -> Judged:
    request, case_ids = booking_reading.stored(session, booking)
    return bookings.judge(
        session, request, viewer, case_ids, now=now, without=booking.id
    )


def _ready(judged: Judged, kind: str) -> None:
    """What the booking itself has to say first."""
    if kind != SIGN_OFF:
        found = next((f for f in judged.findings if f.condition == kind), None)
        if found is not None:
            raise WrongInput(found.message, found.field)
    elif any(f.rule == face_to_face.FaceToFace.name for f in judged.findings):
        lacking = face_to_face.missing(judged.asked)
        if lacking:
            raise WrongInput(
                f"Before it is signed off it needs {listing(lacking)}.", "both_agreed"
            )
