"""R34: a venue that is suspended, retired or not yet agreed is not booked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Change, Finding, Reason, Severity, Step
from venues.domain.proposal import Proposal

STATES = {
    "suspended": "is suspended",
    "retired": "is no longer used",
    "candidate": "is not ready for use yet",
}


class Standing:
    """Both the venue and the room are in use."""

    name: ClassVar[str] = "R34"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse with the state in words."""
        room = proposal.room
        if room.bookable:
            return ()
        active = room.venue.status == "active"
        name = room.name if active else room.venue.name
        state = STATES[room.status if active else room.venue.status]
        return (
            Finding(
                "R34",
                Severity.REFUSAL,
                f"{name} {state}. Ask the coordinator.",
                reason=Reason.SUSPENDED,
                field="room",
                change=Change(Step.OPEN_VENUE, "Open venue"),
            ),
        )
