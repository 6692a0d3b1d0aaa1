"""A booking stays provisional until a coordinator has confirmed its new reference.

Not in the rules table: nothing is recorded of a reference that was typed for the first
time, so nobody is kept away from it. If it was mistyped, the child it belongs to may
have links; such a booking holds its room but is never silently passed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.proposal import Visit

FINDING = Finding(
    "reference",
    Severity.PROVISIONAL,
    "New reference: check that it is typed right. The booking is provisional until the "
    "coordinator has confirmed it.",
    field="case",
    condition="reference",
)


class CaseConfirmed:
    """References that are new are confirmed first."""

    name: ClassVar[str] = "reference"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Provisional while a reference is new; a search does not know yet."""
        asked = visit.appointment
        new = asked.fresh or visit.about.case.unconfirmed
        return (FINDING,) if asked.booking and new else ()
