"""What a manager signed off for a booking, as far as it still holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import Attendance, SignOff
from venues.database.session import BLIND
from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Appointment, Room
from venues.domain.rules import no_go
from venues.services.reviews import kept_apart
from venues.services.reviews.kept_apart import Ground

PERSON = no_go.FINDING.rule
CONDITION = "sign-off"
NOTE = Finding(
    "signed",
    Severity.NOTE,
    "Signed off by a manager for this room and time.",
    reason=Reason.OTHER,
)
"""All that is said of it to anybody who opens the booking, whatever was passed."""


def rules(
    session: Session,
    catalogue: Catalogue,
    booking_id: int,
    wanted: tuple[Appointment, tuple[Room, ...]],
    now: datetime,
) -> frozenset[str]:
    """The rules that were passed for the booking at that very room and time.

    A refusal for a person is passed for those people only who were known of then.
    """
    asked, rooms = wanted
    rows = session.scalars(
        select(SignOff.passed).where(
            SignOff.booking_id == booking_id,
            SignOff.state == "yes",
            SignOff.room_id == rooms[0].id,
            SignOff.starts == asked.period.starts,
            SignOff.ends == asked.period.ends,
        )
    )
    passed = frozenset(rule for passed in rows for rule in passed)
    if session.info.get(BLIND):  # what came since is brought up by whoever brings it
        same = set(asked.case_ids) == _cases(session, booking_id)
        return passed if same else passed - {PERSON}
    if PERSON in passed and not all(
        stands_signed(ground, passed)
        for venue_id in {room.venue.id for room in rooms}
        for ground in kept_apart.against(
            session,
            catalogue,
            now,
            asked.case_ids,
            (venue_id, asked.period),
            without=booking_id,
        )
    ):
        passed -= {PERSON}
    return passed


def _cases(session: Session, booking_id: int) -> set[int]:
    """Those in the booking as it is stored."""
    of_it = select(Attendance.case_id).where(Attendance.booking_id == booking_id)
    return set(session.scalars(of_it))


def stands_signed(ground: Ground, passed: Collection[str]) -> bool:
    """Whether it was known when it was signed off, and no court has spoken since."""
    return ground.mark in passed and not ground.court


def without(findings: Iterable[Finding], passed: frozenset[str]) -> tuple[Finding, ...]:
    """The findings but for those that were passed; a note stands for them."""
    found = tuple(each for each in findings if not _passed(each, passed))
    return (*found, NOTE) if passed else found


def _passed(finding: Finding, passed: frozenset[str]) -> bool:
    if finding.condition:
        return finding.condition in passed
    return finding.rule in passed
