"""A manager's yes or no, for one booking at one room and time only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.audit import stamp
from venues.database.models import Booking, Condition, Override, SignOff
from venues.domain.free_text import private_words
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound, Refused, WrongInput
from venues.services import (
    booking_rewriting,
    booking_writing,
    signed,
)
from venues.services.bookings import Booked, Judged
from venues.services.sign_offs import queue
from venues.services.sign_offs.asking import PERSON
from venues.services.sign_offs.queue import Matter
from venues.services.signed import CONDITION

YES = (
    "Agreed by everybody concerned, with a plan for arrival",
    "The meeting is meant to bring both together",
    "No other place or time is possible",
    "Both workers have agreed how they are kept apart",
    "The risk was looked at again and is low",
    "The need is met in another way",
)
"""Reasons for a yes, to choose from."""

NO = (
    "Another venue or time will do",
    "A court condition stands against it",
    "The risk is too high",
    "More has to be known first",
)
"""Reasons for a no, to choose from."""

COURT = "A court condition lies behind it, so it can only be declined."
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, and the booking that came of it."""

    id: int
    state: str
    booked: Booked | None = None


def sign_off(
    session: Session,
    key: tuple[int, int | None],
    viewer: Viewer,
    reason: str,
    note_reference: str = "",
    *,
    now: datetime,
) -> Decided:
    """Pass what a manager may pass; all other rules are asked again.

    Raises:
        Refused: something stands in the way that nobody may pass.
        NotAllowed: the viewer is no manager, or a court condition lies behind it.
        NotFound: it was decided meanwhile.
        WrongInput: the reason is missing, or words name somebody.
    """
    found = queue.matter(session, key, viewer, now)
    said, note = _words(reason, note_reference)
    judged = queue.judge(session, found, viewer, now)
    passed = _to_pass(session, found, judged, viewer, now)
    known = queue.grounds(session, found, now) if PERSON in passed else ()
    row = _row(session, found, now)
    allowed = replace(
        judged, findings=signed.without(judged.findings, frozenset(passed))
    )
    booked = _carry_out(session, found, allowed, row, now, viewer)
    row.booking_id = booked.id
    row.passed = [*passed, *(ground.mark for ground in known)]
    _decide(row, "yes", viewer, said, note)
    session.add_all(_overrides(row, passed))
    session.flush()
    booking = session.get_one(Booking, booked.id)
    return Decided(
        row.id,
        "yes",
        booking_rewriting.done(booking, ()),
    )


def _to_pass(
    session: Session, found: Matter, judged: Judged, viewer: Viewer, now: datetime
) -> list[str]:
    """The rules that a yes passes, if a manager may pass all that stands there."""
    standing = judged.outstanding(viewer)
    left = tuple(each for each in standing if not queue.passable(each))
    if left:
        raise Refused(left)
    if any(each.rule == PERSON for each in standing) and any(
        ground.court for ground in queue.grounds(session, found, now)
    ):
        raise NotAllowed(COURT)
    passed = list(dict.fromkeys(each.rule for each in standing))
    return [*passed, CONDITION] if CONDITION in judged.conditions else passed


def decline(
    session: Session,
    key: tuple[int, int | None],
    viewer: Viewer,
    reason: str,
    note_reference: str = "",
    *,
    now: datetime,
) -> Decided:
    """Say no. Nothing is booked, and a provisional booking stays provisional.

    Raises:
        NotAllowed: the viewer is no manager.
        NotFound: it was decided meanwhile.
        WrongInput: the reason is missing, or words name somebody.
    """
    found = queue.matter(session, key, viewer, now)
    said, note = _words(reason, note_reference)
    row = _row(session, found, now)
    _decide(row, "no", viewer, said, note)
    session.flush()
    return Decided(row.id, "no")


def _carry_out(
    session: Session,
    found: Matter,
    allowed: Judged,
    row: SignOff,
    now: datetime,
    viewer: Viewer,
) -> Booked:
    """Make the booking, change it, or confirm the one that is there."""
    booking = found.booking
    if booking is None:
        asker = replace(viewer, staff_id=row.asked_by)
        return booking_writing.write(session, allowed, asker, now)
    if row.asked:
        booking.type_id = allowed.asked.kind.id
        booking.audience = allowed.asked.audience.value
        booking_rewriting.put_people(
            session, booking.id, found.case_ids, found.request.worker_ids
        )
        return booking_rewriting.rewrite(session, booking, allowed, viewer, now)
    open_ = []
    for condition in session.scalars(
        select(Condition).where(Condition.booking_id == booking.id)
    ):
        if condition.kind == CONDITION:
            condition.met_by, condition.met_at = viewer.staff_id, stamp()
        elif condition.met_at is None:
            open_.append(condition.kind)
    booking.status = "provisional" if open_ else "confirmed"
    booking.sequence += 1
    session.flush()
    return booking_rewriting.done(booking, tuple(open_))


def _row(session: Session, found: Matter, now: datetime) -> SignOff:
    """The row of what is decided, made where a booking waited without being asked."""
    if found.row is not None:
        return found.row
    booking = found.booking
    if booking is None or booking.ends <= now:
        raise NotFound("That booking is over. Look at the list.")
    row = SignOff(
        asked_by=queue.lead(session, booking.id) or booking.made_by,
        made_at=stamp(),
        booking_id=booking.id,
        room_id=found.request.room_ids[0],
        starts=booking.starts,
        ends=booking.ends,
    )
    session.add(row)
    session.flush()
    return row


def _decide(row: SignOff, state: str, viewer: Viewer, reason: str, note: str) -> None:
    row.state, row.reason, row.note_reference = state, reason, note
    row.decided_by, row.decided_at = viewer.staff_id, stamp()


def _overrides(row: SignOff, passed: list[str]) -> Iterable[Override]:
    """What was passed, as it stands beside the booking."""
    return [
        Override(
            booking_id=row.booking_id,
            rule=rule,
            kind="override",
            reason=row.reason,
            note_reference=row.note_reference,
            by=row.decided_by,
            at=row.decided_at,
        )
        for rule in passed
    ]


def _words(reason: str, note_reference: str) -> tuple[str, str]:
    said, note = " ".join(reason.split()), " ".join(note_reference.split())
    if not said:
        raise WrongInput("Say why.", "reason")
    for name, text in (("reason", said), ("note_reference", note)):
        if kind := private_words(text):
            raise WrongInput(
                f"Use the case reference only. This looks like {kind}.", name
            )
    if len(note) > LONGEST:
        raise WrongInput(f"Use {LONGEST} letters at most.", "note_reference")
    return said, note
