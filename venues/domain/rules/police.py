"""R24: the police are represented at a risk management meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.meeting import POLICE
from venues.domain.proposal import Visit

FINDING = Finding(
    "R24",
    Severity.PROVISIONAL,
    "Name the police representative to confirm this meeting.",
    field="police",
    condition="police",
)


class Police:
    """A role or an agency stands for the police."""

    name: ClassVar[str] = "R24"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Provisional until somebody is named."""
        asked = visit.appointment
        if asked.kind.code not in POLICE or not asked.booking:
            return ()
        return () if asked.meeting.police.strip() else (FINDING,)
