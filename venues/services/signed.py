"""What a manager signed off for a booking, as far as it still holds."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import SignOff
from venues.domain.findings import Finding, Reason, Severity
from venues.domain.period import Period

CONDITION = "sign-off"
NOTE = Finding(
    "signed",
    Severity.NOTE,
    "Signed off by a manager for this room and time.",
    reason=Reason.OTHER,
)
"""All that is said of it to anybody who opens the booking, whatever was passed."""


def rules(
    session: Session, booking_id: int, room_id: int, period: Period
) -> frozenset[str]:
    """The rules that were passed for the booking at that very room and time."""
    rows = session.scalars(
        select(SignOff.passed).where(
            SignOff.booking_id == booking_id,
            SignOff.state == "yes",
            SignOff.room_id == room_id,
            SignOff.starts == period.starts,
            SignOff.ends == period.ends,
        )
    )
    return frozenset(rule for passed in rows for rule in passed)


def without(findings: Iterable[Finding], passed: frozenset[str]) -> tuple[Finding, ...]:
    """The findings but for those that were passed; a note stands for them."""
    found = tuple(each for each in findings if not _passed(each, passed))
    return (*found, NOTE) if passed else found


def _passed(finding: Finding, passed: frozenset[str]) -> bool:
    if finding.condition:
        return finding.condition in passed
    return finding.rule in passed
