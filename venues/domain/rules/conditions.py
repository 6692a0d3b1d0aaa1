"""R9: what a manager accepted on a condition is kept to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain import verdict
from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Proposal


class Conditions:
    """A failed criterion has a control in date; whoever books ticks each of them."""

    name: ClassVar[str] = "R9"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Warn with the words of each control."""
        return tuple(
            Finding(
                f"R9 {each.question.code}",
                Severity.WARNING,
                verdict.condition(each),
                reason=Reason.NOT_SUITABLE,
                field="room",
            )
            for each in proposal.judgement.conditions
        )
