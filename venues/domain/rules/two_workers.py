"""R14: two workers come to a case that is marked so. Why is not said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Reason
from venues.domain.proposal import Visit
from venues.domain.rules.base import refusal

WANTED = 2


class TwoWorkers:
    """As many come as the case asks for."""

    name: ClassVar[str] = "R14"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Refuse while one is named."""
        asked = visit.appointment
        if not visit.about.case.two_workers or len(asked.worker_ids) >= WANTED:
            return ()
        return (
            Finding(
                "R14",
                refusal(asked),
                "Two workers needed.",
                reason=Reason.WORKER,
                field="second",
            ),
        )
