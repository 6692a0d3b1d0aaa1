"""R20: a case has one appointment at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Visit


class CaseFree:
    """None of the cases is somewhere else at that time."""

    name: ClassVar[str] = "R20"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Refuse once."""
        period = visit.appointment.period
        for taken in visit.about.case_times:
            if taken.starts < period.ends and period.starts < taken.ends:
                return (
                    Finding(
                        "R20",
                        Severity.REFUSAL,
                        "This case already has an appointment then.",
                        reason=Reason.WORKER,
                        field="case",
                    ),
                )
        return ()
