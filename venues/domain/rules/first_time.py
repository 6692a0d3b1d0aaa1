"""R28: nobody is sent to a place they do not know without directions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.proposal import Visit

FINDING = Finding(
    "R28", Severity.NOTE, "First time here: print the directions.", field="case"
)


class FirstTime:
    """Everybody it is for has been at the venue before."""

    name: ClassVar[str] = "R28"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Point it out where a case is booked for the first time."""
        asked, been = visit.appointment, visit.about.case.been
        if not asked.booking or not asked.named or been is None:
            return ()
        return () if visit.venue.id in been else (FINDING,)
