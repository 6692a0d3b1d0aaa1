"""R19: a worker is in one place at a time, with time to get there.

Where somebody else is stays their own affair: all that is said is "Not free then.",
and whether they could travel in time is not said at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.places import Point, drive_minutes
from venues.domain.proposal import Engagement, Proposal
from venues.domain.words import clock, minutes, span

SAME_PLACE = 50.0
"""Metres within which no journey is counted."""


class WorkerFree:
    """No worker in two places, nor with too little time between them."""

    name: ClassVar[str] = "R19"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse an overlap; warn about a journey in one's own diary."""
        if not proposal.about.engagements:
            return ()
        return tuple(
            finding
            for engaged in proposal.about.engagements
            if (finding := _examine(proposal, engaged)) is not None
        )


def _examine(proposal: Proposal, engaged: Engagement) -> Finding | None:
    period = proposal.appointment.period
    if engaged.starts < period.ends and period.starts < engaged.ends:
        when = span(engaged.starts, engaged.ends)
        said = "Not free then."
        if engaged.who:
            said = f"{engaged.who} at {engaged.venue} from {when}."
        return Finding(
            "R19", Severity.REFUSAL, said, reason=Reason.WORKER, field="workers"
        )
    if not engaged.who:
        return None
    return _journey(proposal, engaged)


def _journey(proposal: Proposal, engaged: Engagement) -> Finding | None:
    here, there = proposal.room.venue.point, engaged.point
    period = proposal.appointment.period
    before = engaged.ends <= period.starts
    gap = _gap(engaged, period.starts, period.ends)
    takes = _minutes_between(here, there)
    if takes is None or takes <= gap:
        return None
    rest = f"the journey takes about {minutes(takes)}."
    said = (
        f"{engaged.who} at {engaged.venue} until {clock(engaged.ends)}; {rest}"
        if before
        else f"{engaged.who} at {engaged.venue} from {clock(engaged.starts)}; {rest}"
    )
    return Finding("R19", Severity.WARNING, said, reason=Reason.WORKER, field="workers")


def _gap(engaged: Engagement, starts: datetime, ends: datetime) -> int:
    between = starts - engaged.ends if engaged.ends <= starts else engaged.starts - ends
    return int(between.total_seconds()) // 60


def _minutes_between(here: Point | None, there: Point | None) -> int | None:
    if here is None or there is None or here.distance_to(there) <= SAME_PLACE:
        return None
    return drive_minutes(here, there)
