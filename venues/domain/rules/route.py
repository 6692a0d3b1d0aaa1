"""R23: the way there is talked about where the local area check says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.people import Audience
from venues.domain.proposal import Proposal
from venues.domain.verdict import ROUTE


class Route:
    """The local area check raises no concern and is not too old."""

    name: ClassVar[str] = "R23"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Warn, so that the worker and the person think of the way together."""
        judged = proposal.judgement
        if not judged.care and not judged.aged:
            return ()
        codes = {each.question.code for each in judged.care}
        codes |= {each.code for each in judged.aged if each not in judged.unanswered}
        if ROUTE not in codes:
            return ()
        child = proposal.appointment.audience is Audience.CHILD
        whom = "child" if child else "person"
        return (
            Finding(
                "R23",
                Severity.WARNING,
                f"Talk about the route with the {whom} first.",
                field="room",
            ),
        )
