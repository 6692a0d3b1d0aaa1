"""R21: a family is not asked to travel further than is reasonable.

3 miles in a straight line, 5 from a rural sector; both are settings.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Visit
from venues.domain.words import miles


class Travel:
    """The venue is near enough to where the person comes from."""

    name: ClassVar[str] = "R21"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Warn with the distance, and the nearest there is when it is known."""
        about = visit.about
        here = visit.venue.point
        if about.near is None or here is None or not about.travel_limit:
            return ()
        metres = about.near.distance_to(here)
        if metres <= about.travel_limit:
            return ()
        said = f"{miles(metres)} in a straight line."
        if about.nearest is not None and about.nearest < metres:
            said += (
                f" The nearest room with enough seats is {miles(about.nearest)} away."
            )
        return (
            Finding(
                "R21", Severity.WARNING, said, reason=Reason.DISTANCE, field="near"
            ),
        )
