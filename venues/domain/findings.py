"""What a rule has to say about a proposed booking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """How much a finding weighs; the graver is the larger."""

    NOTE = 0
    WARNING = 1
    PROVISIONAL = 2
    REFUSAL = 3

    @property
    def words(self) -> str:
        """The severity as it is written in exports and for scripts."""
        return self.name.lower()


class Reason(StrEnum):
    """The heading under which rooms that do not fit are grouped, gravest first."""

    CASE = "This case"
    SUSPENDED = "Suspended"
    NOT_SUITABLE = "Not suitable"
    CLOSED = "Closed"
    BOOKED = "Booked"
    MUST_HAVE = "Must have"
    SEATS = "Seats"
    WORKER = "Worker"
    DISTANCE = "Distance"
    VENUE = "The venue"
    COST = "Cost"
    OTHER = "Other"


class Step(StrEnum):
    """The kinds of one change that may free a room."""

    TRY_TIME = "try time"
    OTHER_PLACES = "other places"
    DROP_NEED = "drop need"
    FEWER_PEOPLE = "fewer people"
    ANOTHER_DAY = "another day"
    WIDER = "wider"
    OPEN_VENUE = "open venue"


@dataclass(frozen=True, slots=True)
class Change:
    """One change that would help, in words for a button and as facts to act on."""

    step: Step
    words: str
    starts: datetime | None = None
    need: str | None = None
    people: int | None = None


OPEN_VENUE = Change(Step.OPEN_VENUE, "Open venue")
"""What helps when something about the place itself has to be put right."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about a proposal, from one rule.

    ``rule`` is its code in the rules table, or ``person``; where a rule has several
    things to say that are passed one by one, the second word tells them apart.
    ``field`` names the input it belongs beside. ``acceptable`` findings can be passed
    by whoever books with a reason; ``overridable`` ones by a manager. A provisional
    finding names the ``condition`` that stays open.
    """

    rule: str
    severity: Severity
    message: str
    reason: Reason = Reason.OTHER
    field: str = ""
    change: Change | None = None
    overridable: bool = False
    condition: str = ""

    @property
    def refuses(self) -> bool:
        """Whether the booking cannot be made as it stands."""
        return self.severity is Severity.REFUSAL

    @property
    def acceptable(self) -> bool:
        """Whether it is a warning, to be ticked with a reason."""
        return self.severity is Severity.WARNING


GRAVITY: dict[Reason, int] = {reason: place for place, reason in enumerate(Reason)}


def gravest(findings: tuple[Finding, ...]) -> Finding:
    """The finding under which a room is counted, once."""
    if len(findings) == 1:
        return findings[0]
    return max(findings, key=lambda found: (found.severity, -GRAVITY[found.reason]))
