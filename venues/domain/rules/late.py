"""R15: whoever works late, or while a building wakes or sleeps, checks out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.meeting import ALONE
from venues.domain.proposal import Proposal
from venues.domain.sun import sunset_near

FINDING = Finding(
    "R15",
    Severity.WARNING,
    "Late appointment: choose who you check out with.",
    reason=Reason.WORKER,
    field="buddy",
)
AT_THE_EDGE = Finding(
    "R15",
    Severity.WARNING,
    "First or last hour of the building: choose who you check out with.",
    reason=Reason.WORKER,
    field="buddy",
)


class Late:
    """A colleague waits to hear that a late appointment is over."""

    name: ClassVar[str] = "R15"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Warn where a booking names nobody to check out with."""
        asked = proposal.appointment
        if not asked.booking or asked.buddy or asked.kind.set in ALONE:
            return ()
        if _late(proposal):
            return (FINDING,)
        return (AT_THE_EDGE,) if _at_the_edge(proposal) else ()


def _late(proposal: Proposal) -> bool:
    period, place = proposal.appointment.period, proposal.venue.point
    numbers = proposal.about.numbers
    if period.ends.time() > numbers.late:
        return True
    if place is None:
        return False
    sets = datetime.combine(period.day, sunset_near(place, period.day))
    return period.ends > sets + timedelta(minutes=numbers.dark_after)


def _at_the_edge(proposal: Proposal) -> bool:
    """Whether it begins in the first or ends in the last hour the building is open."""
    opened, period = proposal.day.opened, proposal.appointment.period
    if not opened:
        return False
    edge = timedelta(minutes=proposal.about.numbers.edge_minutes)
    return period.starts < opened[0].starts + edge or period.ends > (
        opened[-1].ends - edge
    )
