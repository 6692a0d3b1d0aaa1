"""R18: a child is not taken out of lessons without anybody asking the school."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.proposal import Visit

FINDING = Finding(
    "R18",
    Severity.WARNING,
    "School hours: has the school agreed?",
    field="starts",
)


class School:
    """An appointment with a child who has school that day is not in school hours."""

    name: ClassVar[str] = "R18"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Warn in school hours, in term."""
        about, period = visit.about, visit.appointment.period
        if not about.case.at_school:
            return ()
        begins, ends = (
            datetime.combine(period.day, each) for each in about.numbers.school
        )
        return (FINDING,) if period.starts < ends and begins < period.ends else ()
