"""R11: the room was looked at again in time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain import verdict
from venues.domain.findings import OPEN_VENUE, Finding, Reason, Severity
from venues.domain.proposal import Proposal


class Reviewed:
    """Its review is not overdue; one far too late stops bookings."""

    name: ClassVar[str] = "R11"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Warn since when it is overdue, and refuse once that has gone on too long."""
        judged = proposal.judgement
        if judged.overdue_since is None:
            return ()
        return (
            Finding(
                "R11",
                Severity.REFUSAL if judged.blocked else Severity.WARNING,
                verdict.overdue(judged),
                reason=Reason.NOT_SUITABLE,
                field="room",
                change=OPEN_VENUE if judged.blocked else None,
            ),
        )
