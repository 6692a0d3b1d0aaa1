"""What every rule is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from venues.domain.findings import Finding
from venues.domain.proposal import Proposal


class Rule(Protocol):
    """Looks at a proposal and says what is wrong with it, if anything is."""

    @property
    def name(self) -> str:
        """Its code in the rules table."""
        ...

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """All the rule has to say about the proposal."""
        ...
