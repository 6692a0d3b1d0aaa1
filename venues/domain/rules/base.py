"""What every rule is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from venues.domain.findings import Finding, Severity
from venues.domain.proposal import Appointment, Proposal, Visit


class Rule(Protocol):
    """Looks at a proposal and says what is wrong with it, if anything is."""

    @property
    def name(self) -> str:
        """Its code in the rules table."""
        ...

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """All the rule has to say about the proposal."""
        ...


class VenueRule(Protocol):
    """A rule that looks at nothing of the room, so that its venue is asked about once.

    The type of what it is given holds it to that.
    """

    @property
    def name(self) -> str:
        """Its code in the rules table."""
        ...

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """All the rule has to say about that appointment at that venue."""
        ...


def refusal(asked: Appointment) -> Severity:
    """How grave it is that something goes without what has still to be said.

    A search does not know yet who comes along and which rooms are taken beside the
    first, so there it only warns.
    """
    return Severity.REFUSAL if asked.booking else Severity.WARNING
