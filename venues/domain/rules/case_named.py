"""A booking about somebody stays provisional until it names the case.

Not in the rules table: without a reference nothing can keep two people apart, so such a
booking holds its room but is never silently passed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.proposal import Visit

FINDING = Finding(
    "case",
    Severity.PROVISIONAL,
    "Add the case reference to confirm this booking.",
    field="case",
    condition="case",
)


class CaseNamed:
    """Kinds of appointment that are about somebody name a case."""

    name: ClassVar[str] = "case"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Provisional while no case is named."""
        asked = visit.appointment
        return (FINDING,) if asked.kind.needs_case and not asked.named else ()
