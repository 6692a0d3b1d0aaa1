"""R19: a worker is in one place at a time, with time to get there.

Where somebody else is stays their own affair: all that is said is "Not free then.",
and whether they could travel in time is not said at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from operator import attrgetter
from typing import ClassVar

from venues.domain.circumstances import Engagement
from venues.domain.findings import Finding, Reason, Severity
from venues.domain.places import drive_minutes
from venues.domain.proposal import Visit
from venues.domain.words import clock, minutes, span

SAME_PLACE = 50.0
"""Metres within which no journey is counted."""


ALWAYS_ENOUGH = timedelta(hours=4)
"""More than any drive between two places of the four authorities takes."""


class WorkerFree:
    """No worker in two places, nor with too little time between them."""

    name: ClassVar[str] = "R19"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Refuse an overlap; warn about a journey in one's own diary.

        A journey is from where the worker was last and to where they are next.
        """
        starts, ends = visit.appointment.period.starts, visit.appointment.period.ends
        before: dict[int, Engagement] = {}
        after: dict[int, Engagement] = {}
        for engaged in visit.about.engagements:
            if engaged.starts < ends and starts < engaged.ends:
                yield _clash(engaged)
            elif engaged.who and engaged.ends <= starts:
                last = before.setdefault(engaged.staff_id, engaged)
                before[engaged.staff_id] = max(last, engaged, key=_ends)
            elif engaged.who:
                following = after.setdefault(engaged.staff_id, engaged)
                after[engaged.staff_id] = min(following, engaged, key=_starts)
        for engaged in before.values():
            yield from _journey(visit, engaged, starts - engaged.ends, before=True)
        for engaged in after.values():
            yield from _journey(visit, engaged, engaged.starts - ends, before=False)


_starts, _ends = attrgetter("starts"), attrgetter("ends")


def whereabouts(engaged: Engagement) -> str:
    """Where somebody is: "You are at Railside from 3pm to 4pm"."""
    when = span(engaged.starts, engaged.ends)
    if engaged.out:
        return f"{engaged.who} out ({engaged.venue}) from {when}"
    return f"{engaged.who} at {engaged.venue} from {when}"


def _clash(engaged: Engagement) -> Finding:
    said = "Not free then."
    if engaged.who:
        said = f"{whereabouts(engaged)}."
    return Finding("R19", Severity.REFUSAL, said, reason=Reason.WORKER, field="workers")


def _journey(
    visit: Visit, engaged: Engagement, gap: timedelta, *, before: bool
) -> Iterable[Finding]:
    here, there = visit.venue.point, engaged.point
    if gap >= ALWAYS_ENOUGH:
        return
    if here is None or there is None or here.distance_to(there) <= SAME_PLACE:
        return
    takes = drive_minutes(here, there)
    if gap >= timedelta(minutes=takes):
        return
    when = f"until {clock(engaged.ends)}" if before else f"from {clock(engaged.starts)}"
    yield Finding(
        "R19",
        Severity.WARNING,
        f"{engaged.who} at {engaged.venue} {when}; "
        f"the journey takes about {minutes(takes)}.",
        reason=Reason.WORKER,
        field="workers",
    )
