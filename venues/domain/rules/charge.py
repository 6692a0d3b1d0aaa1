"""R30: giving a hired room back late is paid for all the same.

Nothing is given up by a new booking; cancelling one, or moving it away, asks here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.hire import amount
from venues.domain.proposal import Visit


def cancelling(pence: int) -> str:
    """What is said beside the button that cancels."""
    return f"Cancelling now costs {amount(pence)}."


class Charge:
    """A booking is not moved away from a venue that will charge for it."""

    name: ClassVar[str] = "R30"

    def examine(self, proposal: Visit) -> Iterable[Finding]:
        """Warn with the cost when it goes to another venue, or to another day."""
        given_up, today = proposal.about.given_up, proposal.about.today
        if given_up is None or today is None:
            return ()
        stays = proposal.venue.id == given_up.venue_id
        if stays and proposal.appointment.period.day == given_up.day:
            return ()
        pence = given_up.charge(today)
        if not pence:
            return ()
        return (
            Finding(
                "R30",
                Severity.WARNING,
                f"For {given_up.venue} this counts as cancelling. {cancelling(pence)}",
                reason=Reason.COST,
                field="room",
            ),
        )
