"""R7: an appointment lies in the hours that are recorded for its case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Visit

OUTSIDE = "Outside the hours recorded for this case."
"""The same whatever lies behind them."""


class Attendable:
    """None of the cases is asked to come when it cannot."""

    name: ClassVar[str] = "R7"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Refuse once under a court's condition, else warn once, in the same words."""
        period = visit.appointment.period
        missed = {
            each.court
            for each in visit.about.case.hours
            if not any(
                starts <= period.starts and period.ends <= ends
                for starts, ends in each.spans
            )
        }
        if not missed:
            return ()
        severity = Severity.REFUSAL if True in missed else Severity.WARNING
        return (Finding("R7", severity, OUTSIDE, reason=Reason.WORKER, field="starts"),)
