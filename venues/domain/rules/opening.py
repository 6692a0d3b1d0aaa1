"""R2: a room is used only in the hours we may use it, and not while it is closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Change, Finding, Reason, Severity, Step
from venues.domain.proposal import Proposal, Span
from venues.domain.words import DAYS, clock, listing


class Opening:
    """The whole hold lies inside usable hours."""

    name: ClassVar[str] = "R2"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse with the hours of that day, or why it is closed."""
        starts, ends = proposal.hold
        for span in proposal.day.usable:  # written out: 300 rooms at each key press
            if span.starts <= starts and ends <= span.ends:
                return ()
        return (_refusal(proposal),)


def _within(time: Span, hours: tuple[Span, ...]) -> bool:
    """Whether all of that time lies in one stretch of the hours."""
    starts, ends = time
    return any(span.starts <= starts and ends <= span.ends for span in hours)


def _refusal(proposal: Proposal) -> Finding:
    day, name = proposal.day, proposal.room.venue.name
    weekday = DAYS[day.day.weekday()]
    if day.closed and (not day.usable or _within(proposal.hold, day.usual)):
        message = f"{name} is closed then: {day.closed}."
        if day.usable:
            message += f" It is open that day {_hours(day.usable)}."
    elif day.usable:
        message = (
            f"{name} is closed then. It is open on {weekday} {_hours(day.usable)}."
        )
    else:
        message = f"{name} is closed on {weekday}s."
    return Finding(
        "R2",
        Severity.REFUSAL,
        message + _held_longer(proposal),
        reason=Reason.CLOSED,
        field="starts",
        change=_change(proposal),
    )


def _hours(spans: tuple[Span, ...]) -> str:
    return listing(
        [f"from {clock(span.starts)} to {clock(span.ends)}" for span in spans]
    )


def _held_longer(proposal: Proposal) -> str:
    """Say so when it is only the set-up or clear-down that does not fit."""
    period, hold = proposal.appointment.period, proposal.hold
    if not _within(Span(period.starts, period.ends), proposal.day.usable):
        return ""
    return (
        " With the time to set up and clear the room it is held from "
        f"{clock(hold.starts)} to {clock(hold.ends)}."
    )


def _change(proposal: Proposal) -> Change:
    """The nearest start that day inside the hours, else another day."""
    hold, period = proposal.hold, proposal.appointment.period
    length = hold.ends - hold.starts
    starts = [
        min(max(hold.starts, span.starts), span.ends - length)
        for span in proposal.day.usable
        if span.ends - span.starts >= length
    ]
    if not starts:
        return Change(Step.ANOTHER_DAY, "Another day")
    nearest = min(starts, key=lambda start: abs(start - hold.starts))
    nearest += period.starts - hold.starts
    return Change(Step.TRY_TIME, f"Try {clock(nearest)}", starts=nearest)
