"""A booking that is changed where and when it is.

A later change may stand against a booking that was made before it. Whoever only alters
its note, or lets fewer people come, makes nothing worse and is not held up; nor are
they told of what is about a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database.models import Booking
from venues.domain.findings import Finding, Severity
from venues.domain.people import Viewer
from venues.domain.rules import no_go
from venues.services import booking_reading, bookings
from venues.services.bookings import Judged

PERSON = no_go.FINDING.rule
OF_CASES = frozenset({PERSON, "R7", "R14", "R18", "R20", "R21", "R22"})
"""Rules that may say the same of a case that comes as of those that are there."""

OF_WORKERS = frozenset({"R19"})

NEVER = frozenset({"R30", "R31"})
"""Rules about the change itself: what it costs, and what is written."""


def eased(
    session: Session, booking: Booking, judged: Judged, viewer: Viewer, now: datetime
) -> Judged:
    """The judgement without what stands against the booking as it is.

    It is worked out whatever the findings, so that the time tells nothing. What is not
    about a person stays as a note.
    """
    request, case_ids = booking_reading.stored(session, booking)
    here = (judged.request.room_ids, judged.request.period)
    if here != (request.room_ids, request.period):
        return judged
    before = bookings.judge(
        session, request, viewer, case_ids, now=now, without=booking.id
    )
    return replace(judged, findings=tuple(left(judged, before, viewer)))


def left(judged: Judged, before: Judged, viewer: Viewer) -> Iterable[Finding]:
    """What the rules say of it that they did not say of it as it was before."""
    stood = before.outstanding(viewer)
    rules = {each.rule for each in stood}
    words = {(each.rule, each.message) for each in stood}
    less = _asks_less(judged, before)
    for each in judged.findings:
        known = each.rule in rules if less else (each.rule, each.message) in words
        if not known or _is_new(each, judged, before):
            yield each
        elif each.rule != PERSON:
            yield replace(each, severity=Severity.NOTE)


def _asks_less(judged: Judged, before: Judged) -> bool:
    """Whether the same is asked of the room, for no more people."""
    asked, was = judged.asked, before.asked
    return (
        asked.kind == was.kind
        and asked.people <= was.people
        and asked.layout == was.layout
        and set(asked.needs) <= set(was.needs)
    )


def _is_new(finding: Finding, judged: Judged, before: Judged) -> bool:
    """Whether it may be of the change, or of somebody who was not there before."""
    asked, was = judged.asked, before.asked
    if finding.rule in NEVER:
        return True
    if finding.rule in OF_CASES:
        return not set(asked.case_ids) <= set(was.case_ids)
    if finding.rule in OF_WORKERS:
        return not set(asked.worker_ids) <= set(was.worker_ids)
    return False
