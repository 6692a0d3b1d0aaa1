"""R34: a venue that is suspended, retired or not yet agreed is not booked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import OPEN_VENUE, Finding, Reason, Severity
from venues.domain.proposal import Proposal

STATES = {
    "suspended": "is suspended",
    "retired": "is no longer used",
    "candidate": "is not ready for use yet",
}


class Standing:
    """Both the venue and the room are in use, and no incident there is open."""

    name: ClassVar[str] = "R34"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse with the state in words; warn of an incident without saying which."""
        room, judged = proposal.room, proposal.judgement
        if room.bookable and not judged.incident:
            return ()
        venue = room.venue
        if judged.suspended or venue.status != "active":
            state = "suspended" if judged.suspended else venue.status
            return (_refusal(venue.name, state),)
        if not room.bookable:
            return (_refusal(room.name, room.status),)
        return (
            Finding(
                "R34",
                Severity.WARNING,
                f"An incident at {venue.name} is not settled yet. Ask the coordinator "
                "about it first.",
                reason=Reason.SUSPENDED,
                field="room",
            ),
        )


def _refusal(name: str, state: str) -> Finding:
    return Finding(
        "R34",
        Severity.REFUSAL,
        f"{name} {STATES[state]}. Ask the coordinator.",
        reason=Reason.SUSPENDED,
        field="room",
        change=OPEN_VENUE,
    )
