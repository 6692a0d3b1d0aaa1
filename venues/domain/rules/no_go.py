"""Some venues are not for this case at this time, and nobody is told why.

Rules R3 to R6 of the table leave the engine as this one finding, whatever lies behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Change, Finding, Reason, Severity, Step
from venues.domain.proposal import Visit

NOT_AVAILABLE = "This venue is not available for this case at this time."
WHAT_NEXT = "Choose another, or ring the coordinator."
WHAT_NEXT_QUOTING = "Choose another, or ring the coordinator quoting {code}."

FINDING = Finding(
    "person",
    Severity.REFUSAL,
    f"{NOT_AVAILABLE} {WHAT_NEXT}",
    reason=Reason.CASE,
    change=Change(Step.OTHER_PLACES, "Other places"),
)


def quoting(code: str) -> str:
    """The sentence once a deliberate attempt has been given a code."""
    return f"{NOT_AVAILABLE} {WHAT_NEXT_QUOTING.format(code=code)}"


def tellable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings; beside a refusal for a person nothing that would date it.

    What else stands in the way would say when the other one leaves: that a room is
    free again at 4pm, or that another one is.
    """
    found = tuple(findings)
    return tuple(each for each in found if each.rule == FINDING.rule) or found


class NoGo:
    """A venue is not used in a window that is closed to one of the cases."""

    name: ClassVar[str] = "person"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Refuse once, however many windows overlap: the count would tell."""
        period = visit.appointment.period
        venue_id = visit.venue.id
        for window in visit.about.no_go:
            if (
                (window.venue_id is None or window.venue_id == venue_id)
                and window.starts < period.ends
                and period.starts < window.ends
            ):
                return (FINDING,)
        return ()
