"""A judgement in words: why not, on what conditions, and the three badges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from venues.domain.checklist import SETS
from venues.domain.judgement import Failure, Judgement
from venues.domain.words import count, day_month, listing

BADGES = ("Safe", "Confidential", "Accessible")
FOURTH = ("Child-centred", "Practical")
"""Groups that have no badge: what fails there stands in a line of its own."""

MOST = 3
"""Reasons that are said; more would not be read."""

SOON = 30
"""Days before a review is due from which that is said."""

ONLY_OFFICIAL = "S9"
ROUTE = "S10"


@dataclass(frozen=True, slots=True)
class Badge:
    """One of the three words, whether all is well, and what is not."""

    name: str
    good: bool
    words: str = ""

    @property
    def said(self) -> str:
        """The badge in words: "Safe", or "Confidential: blinds must be down"."""
        return f"{self.name}: {self.words}" if self.words else self.name


def badges(judged: Judgement) -> tuple[Badge, ...]:
    """Safe, Confidential and Accessible, each with what is not as it should be.

    What is only desired does not take a badge away; it stands in the room's assessment.
    """
    return tuple(_badge(name, judged) for name in BADGES)


def _badge(name: str, judged: Judgement) -> Badge:
    said = [each.words for each in judged.failed if each.question.badge == name]
    said += [
        _lower(each.control)
        for each in judged.conditions
        if each.question.badge == name
    ]
    missing = sum(each.badge == name for each in judged.unanswered)
    if missing:
        said.append(f"{count(missing, 'question')} not answered")
    if name == BADGES[0] and judged.incident:
        said.append("an incident is open")
    return Badge(name, not said, short(said))


def fourth(judged: Judgement, today: date) -> str:
    """What fails of Child-centred and Practical, and a review that is near."""
    parts = []
    for group in FOURTH:
        said = [
            each.words
            for each in (*judged.failed, *judged.wanting)
            if each.question.group == group
        ]
        said += [
            _lower(each.control)
            for each in judged.conditions
            if each.question.group == group
        ]
        missing = sum(each.group == group for each in judged.unanswered)
        if missing:
            said.append(f"{count(missing, 'question')} not answered")
        if group == FOURTH[1]:
            said += _review(judged, today)
        if said:
            parts.append(f"{group}: {short(said)}")
    return ". ".join(parts)


def _review(judged: Judgement, today: date) -> list[str]:
    if judged.due is None or judged.overdue_since is not None:
        return []
    days = (judged.due - today).days
    if days > SOON:
        return []
    return [f"review due in {count(days, 'day')}" if days else "review due today"]


def short(said: list[str]) -> str:
    """A few of them, and how many more there are."""
    if len(said) <= MOST:
        return listing(said)
    return f"{', '.join(said[:MOST])} and {len(said) - MOST} more"


def not_suitable(of_set: str, failures: tuple[Failure, ...]) -> str:
    """Why a room is not suitable, as a sentence."""
    reasons = short([each.words for each in failures])
    return f"Not suitable for {SETS.get(of_set, 'this')}: {reasons}."


def not_assessed(judged: Judgement, *, visited: bool) -> str:
    """What nobody has found out yet, as a sentence."""
    if not visited:
        return "Not assessed yet."
    aged = [each.code for each in judged.aged if each in judged.unanswered]
    if aged == [ROUTE] and len(judged.unanswered) == 1:
        return "Not assessed: the local area check is too old."
    number = len(judged.unanswered)
    return f"Not assessed: {count(number, 'question')} of its checklist not answered."


def overdue(judged: Judgement) -> str:
    """Since when its review is overdue, and why, as a sentence."""
    if judged.overdue_since is None:
        return ""
    why = f" ({judged.because})" if judged.because else ""
    return f"Review overdue since {full(judged.overdue_since)}{why}."


def condition(failure: Failure) -> str:
    """The control that makes it acceptable, as a sentence with its last day."""
    until = failure.reply.control_until
    last = f" Agreed until {full(until)}." if until else ""
    return f"{failure.control}.{last}"


def full(day: date) -> str:
    """A date with its year: "3 March 2026"."""
    return f"{day_month(day)} {day.year}"


def _lower(words: str) -> str:
    """Words of a control inside a sentence; letters that stand for names stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
