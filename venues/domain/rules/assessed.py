"""R10: everything that matters for this kind of appointment has been found out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain import verdict
from venues.domain.findings import OPEN_VENUE, Finding, Reason, Severity
from venues.domain.proposal import Proposal

LENIENT = frozenset({"RM", "ST"})
"""Sets without a child or a victim, for which a room unassessed is only a warning."""


class Assessed:
    """No criterion that is mandatory, or must be known, is without an answer."""

    name: ClassVar[str] = "R10"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse, or warn where no child or victim comes."""
        judged = proposal.judgement
        if not judged.unanswered:
            return ()
        record = proposal.room.record
        visited = record.venue.visit is not None and record.room.visit is not None
        lenient = proposal.appointment.kind.set in LENIENT
        return (
            Finding(
                "R10",
                Severity.WARNING if lenient else Severity.REFUSAL,
                f"{verdict.not_assessed(judged, visited=visited)} Ask the coordinator.",
                reason=Reason.NOT_SUITABLE,
                field="room",
                change=None if lenient else OPEN_VENUE,
            ),
        )
