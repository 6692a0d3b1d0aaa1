"""R27: a child and a victim meet only with everything ready and a manager's yes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.meeting import BREAK_OUTS, FACE_TO_FACE, FACILITATORS
from venues.domain.proposal import Appointment, Visit
from venues.domain.words import listing

SIGN_OFF = "Needs a manager's sign-off."


def missing(asked: Appointment) -> list[str]:
    """What has to be there before anybody may sign it off."""
    found = []
    if len(asked.worker_ids) < FACILITATORS:
        found.append("a second facilitator")
    if asked.break_outs < BREAK_OUTS:
        found.append("two break-out rooms")
    if not asked.meeting.both_agreed:
        found.append("a yes from both")
    return found


class FaceToFace:
    """Two facilitators, two break-out rooms, both said yes, and a manager signed."""

    name: ClassVar[str] = "R27"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Provisional until signed off, with what is missing for it."""
        asked = visit.appointment
        if asked.kind.code not in FACE_TO_FACE or not asked.booking:
            return ()
        lacking = missing(asked)
        if visit.about.signed_off and not lacking:
            return ()
        words = SIGN_OFF
        if lacking:
            words += f" Before that: {listing(lacking)}."
        return (
            Finding(
                "R27",
                Severity.PROVISIONAL,
                words,
                field="both_agreed",
                condition="sign-off",
            ),
        )
