"""R29: a venue that has to be asked hears of it in time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.hire import covering
from venues.domain.proposal import Proposal
from venues.domain.words import count

NOT_CONFIRMED = "Not yet confirmed by the venue"


class VenueNotice:
    """The appointment is at least the venue's notice away, or the venue agreed."""

    name: ClassVar[str] = "R29"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Warn once it is too near for the venue to have said yes in time."""
        venue, about = proposal.room.venue, proposal.about
        if not venue.by_request or about.today is None or about.venue_agreed:
            return ()
        left = (proposal.appointment.period.day - about.today).days
        if left >= venue.notice_days:
            return ()
        if covering(venue.blocks, proposal.room.space_ids, *proposal.hold):
            return ()
        when = {0: "today", 1: "tomorrow"}.get(left, f"in {count(left, 'day')}")
        notice = count(venue.notice_days, "day")
        return (
            Finding(
                "R29",
                Severity.WARNING,
                f"{NOT_CONFIRMED}: {venue.name} wants {notice} of notice, and this is "
                f"{when}. Ring it before you rely on the room.",
                reason=Reason.VENUE,
                field="room",
            ),
        )
