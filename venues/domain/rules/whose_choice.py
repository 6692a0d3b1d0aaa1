"""R33: an official or labelling building is the person's own choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.checklist import Strength
from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Proposal
from venues.domain.verdict import ONLY_OFFICIAL


class WhoseChoice:
    """Nobody is asked to a police station or a court who did not choose it."""

    name: ClassVar[str] = "R33"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Ask whose choice it was; a victim's own is recorded with the booking."""
        judged, chosen = proposal.judgement, proposal.appointment.chosen
        if chosen or not (judged.failed or judged.wanting):
            return ()
        if not any(
            each.question.code == ONLY_OFFICIAL
            for each in (*judged.wanting, *judged.failed)
            if each.demand.strength is not Strength.MANDATORY
        ):
            return ()
        kind = proposal.room.venue.kind.strip() or "official building"
        return (
            Finding(
                "R33",
                Severity.WARNING,
                f"{kind[0].upper()}{kind[1:]}: was this the person's choice?",
                reason=Reason.NOT_SUITABLE,
                field="chosen",
            ),
        )
