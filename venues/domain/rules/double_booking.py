"""R1: a space is held by one booking at a time, set-up and turnaround included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Change, Finding, Reason, Severity, Step
from venues.domain.proposal import Proposal, Span
from venues.domain.words import clock


class DoubleBooking:
    """The room's spaces are free for the whole hold."""

    name: ClassVar[str] = "R1"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse with the time it is in use and when it is free again."""
        hold = proposal.hold
        for busy in proposal.day.busy:
            if busy.starts < hold.ends and hold.starts < busy.ends:
                return (_refusal(proposal),)
        return ()


def _refusal(proposal: Proposal) -> Finding:
    taken = _stretch(proposal.day.busy, proposal.hold)
    free = clock(taken.ends)
    starts = taken.ends + (proposal.appointment.period.starts - proposal.hold.starts)
    return Finding(
        "R1",
        Severity.REFUSAL,
        f"{proposal.room.name} is in use from {clock(taken.starts)} to {free}. "
        f"It is free again at {free}.",
        reason=Reason.BOOKED,
        field="starts",
        change=Change(Step.TRY_TIME, f"Try {clock(starts)}", starts=starts),
    )


def _stretch(busy: tuple[Span, ...], hold: Span) -> Span:
    """The busy time that touches the hold, with what follows without a gap."""
    starts = ends = None
    for span in sorted(busy):
        if starts is None or ends is None:
            if span.starts < hold.ends and hold.starts < span.ends:
                starts, ends = span
        elif span.starts <= ends:
            ends = max(ends, span.ends)
    return Span(starts or hold.starts, ends or hold.ends)
