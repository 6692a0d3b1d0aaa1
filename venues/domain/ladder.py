"""What one may try where rooms are missing, the cheapest first."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Step(StrEnum):
    """A rung of the ladder; a business case shows that the lower ones were tried."""

    RETIME = "retime"
    PARTNER = "partner"
    HUB = "family hub"
    LIBRARY = "library"
    BLOCK = "block hire"
    ADAPT = "adapt"
    LEASE = "lease"
    NEW = "new"

    @property
    def words(self) -> str:
        """As it is chosen and printed."""
        return _STEPS[self]


class Answer(StrEnum):
    """What the owner said."""

    WAITING = "waiting"
    YES = "yes"
    LATER = "later"
    NO = "no"
    WITHDRAWN = "withdrawn"
    """It was written down by mistake; it stays on record and is listed no more."""

    @property
    def words(self) -> str:
        """As it is chosen and printed."""
        return _ANSWERS[self]


_STEPS = {
    Step.RETIME: "Re-time what we have",
    Step.PARTNER: "A partner's room, free",
    Step.HUB: "A family hub",
    Step.LIBRARY: "A library",
    Step.BLOCK: "A block hire",
    Step.ADAPT: "Adapt a room",
    Step.LEASE: "A lease",
    Step.NEW: "A new place",
}
_ANSWERS = {
    Answer.WAITING: "No answer yet",
    Answer.YES: "Yes",
    Answer.LATER: "Not now, perhaps later",
    Answer.NO: "No",
    Answer.WITHDRAWN: "Withdrawn",
}

GIVEN = (Answer.WAITING, Answer.YES, Answer.LATER, Answer.NO)
"""The answers there are to choose from."""


def stored(step: Step, criterion: str = "") -> str:
    """A step as a row keeps it; of a room to adapt, with the criterion's code."""
    return f"{step.value} {criterion}".strip() if step is Step.ADAPT else step.value


def step_of(kept: str) -> Step | None:
    """The step that a row keeps; None of one that another version wrote."""
    head = Step.ADAPT.value if kept.startswith(f"{Step.ADAPT.value} ") else kept
    return Step(head) if head in set(Step) else None


def criterion_of(kept: str) -> str:
    """The code of the criterion that adapting a room puts right, if one is named."""
    if step_of(kept) is not Step.ADAPT:
        return ""
    return kept.removeprefix(Step.ADAPT.value).strip()


def tried(step: Step | None, criterion: str, criteria: Mapping[str, str]) -> str:
    """The step in words, with what adapting a room would meet (code → its words)."""
    words = "Something else" if step is None else step.words
    if criterion:
        words = f"{words}: {criteria.get(criterion, criterion)}"
    return words


def answer_of(kept: str) -> Answer:
    """The answer that a row keeps; what cannot be read is still waited for."""
    return Answer(kept) if kept in set(Answer) else Answer.WAITING
