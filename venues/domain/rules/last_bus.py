"""R22: whoever comes by bus can leave by bus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.people import Audience
from venues.domain.proposal import Visit
from venues.domain.words import clock

SATURDAY, SUNDAY = 5, 6


class LastBus:
    """The last bus leaves after the end and the walk to the stop.

    On bank holidays buses go as on Sundays.
    """

    name: ClassVar[str] = "R22"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Warn with both times."""
        asked, about = visit.appointment, visit.about
        if asked.audience is Audience.STAFF:
            return ()
        period = asked.period
        weekday = SUNDAY if about.bank_holiday else period.day.weekday()
        leaves = visit.venue.last_buses[max(weekday - SATURDAY + 1, 0)]
        if leaves is None:
            return ()
        last = datetime.combine(period.day, leaves)
        if period.ends + timedelta(minutes=about.numbers.bus_walk) <= last:
            return ()
        return (
            Finding(
                "R22",
                Severity.WARNING,
                f"The last bus is at {clock(last)} and this ends at "
                f"{clock(period.ends)}. Travel help?",
                reason=Reason.DISTANCE,
                field="starts",
            ),
        )
