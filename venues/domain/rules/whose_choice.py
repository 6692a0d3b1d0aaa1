"""R33: an official or labelling building is the person's own choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import OPEN_VENUE, Finding, Reason, Severity
from venues.domain.judgement import Failure
from venues.domain.proposal import Proposal
from venues.domain.verdict import ONLY_OFFICIAL


class WhoseChoice:
    """Nobody is asked to a police station or a court who did not choose it."""

    name: ClassVar[str] = "R33"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Ask whose choice it was; a victim's own has to be recorded."""
        judged, chosen = proposal.judgement, proposal.appointment.chosen
        if chosen or not (judged.failed or judged.wanting):
            return ()
        if any(_official(each) and each.demand.starred for each in judged.failed):
            severity = Severity.REFUSAL
        elif any(_official(each) for each in judged.wanting):
            severity = Severity.WARNING
        else:
            return ()
        kind = proposal.room.venue.kind.strip() or "official building"
        return (
            Finding(
                "R33",
                severity,
                f"{kind[0].upper()}{kind[1:]}: was this the person's choice?",
                reason=Reason.NOT_SUITABLE,
                field="chosen",
                change=OPEN_VENUE if severity is Severity.REFUSAL else None,
            ),
        )


def _official(failure: Failure) -> bool:
    return failure.question.code == ONLY_OFFICIAL
