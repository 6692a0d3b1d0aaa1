"""Why a room that was needed could not be had, and what was done without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from venues.domain.findings import Reason


class Missing(StrEnum):
    """What was missing; a need has at least one."""

    CRITERION = "criterion"
    FULL = "full"
    HOURS = "hours"
    SEATS = "seats"
    COST = "cost"
    DISTANCE = "distance"
    CASE = "case"
    UNCONFIRMED = "unconfirmed"

    @property
    def words(self) -> str:
        """As it is ticked and printed."""
        return _WORDS[self]


class Instead(StrEnum):
    """What happened instead."""

    UNDECIDED = ""
    LATER = "later"
    ELSEWHERE = "elsewhere"
    HOME = "home"
    REMOTE = "remote"
    UNSUITABLE = "unsuitable"
    NOT_HELD = "not held"

    @property
    def words(self) -> str:
        """As it is chosen and printed."""
        return _INSTEAD[self]


_WORDS = {
    Missing.CRITERION: "Not safe, confidential or accessible enough",
    Missing.FULL: "Everything suitable is in use",
    Missing.HOURS: "Not open, or not ours to use, at that time",
    Missing.SEATS: "Too small",
    Missing.COST: "Too dear",
    Missing.DISTANCE: "Too far",
    Missing.CASE: "Not available for this case",
    Missing.UNCONFIRMED: "The venue did not say yes",
}

_INSTEAD = {
    Instead.UNDECIDED: "Not decided yet",
    Instead.LATER: "Held at another time",
    Instead.ELSEWHERE: "Held further away",
    Instead.HOME: "Held at home or at school",
    Instead.REMOTE: "Held by phone or video",
    Instead.UNSUITABLE: "Held in a room that does not suit",
    Instead.NOT_HELD: "Not held",
}

_MEANS = {
    Reason.CASE: Missing.CASE,
    Reason.SUSPENDED: Missing.CRITERION,
    Reason.NOT_SUITABLE: Missing.CRITERION,
    Reason.MUST_HAVE: Missing.CRITERION,
    Reason.CLOSED: Missing.HOURS,
    Reason.BOOKED: Missing.FULL,
    Reason.SEATS: Missing.SEATS,
    Reason.COST: Missing.COST,
    Reason.DISTANCE: Missing.DISTANCE,
    Reason.VENUE: Missing.UNCONFIRMED,
}
"""Heading of a room that does not fit → what it says was missing."""

COMMON = 3
"""A reason of so many times fewer rooms than the commonest is not proposed."""

MARK = "criterion "
"""Stands before the code of a criterion among the reasons."""


def proposed(reasons: Iterable[Reason]) -> tuple[Missing, ...]:
    """What to tick at first, from the gravest reason of each room that did not fit.

    The commonest, and those at least a third as common, in the order of ``Missing``;
    none where no room was refused for a reason of its own (a worker who is elsewhere
    is not a place that is missing).
    """
    tally = Counter(_MEANS[each] for each in reasons if each in _MEANS)
    most = max(tally.values(), default=0)
    return tuple(each for each in Missing if tally[each] * COMMON >= max(most, 1))


def stored(missing: Iterable[Missing], criteria: Iterable[str] = ()) -> list[str]:
    """The reasons as a row keeps them: names, and criteria by their codes."""
    names = [each.value for each in Missing if each in set(missing)]
    return names + [MARK + code for code in sorted(set(criteria))]


def said(reasons: Sequence[str], criteria: dict[str, str]) -> tuple[str, ...]:
    """What a row keeps, in words; a criterion by ``criteria`` (code → its words).

    What an older version or another program wrote stands as it is.
    """
    known = {each.value: each.words for each in Missing}
    return tuple(
        criteria.get(each.removeprefix(MARK), each.removeprefix(MARK))
        if each.startswith(MARK)
        else known.get(each, each)
        for each in reasons
    )


def missing_of(reasons: Iterable[str]) -> tuple[Missing, ...]:
    """The reasons of a row without its criteria."""
    names = set(reasons)
    return tuple(each for each in Missing if each.value in names)


def criteria_of(reasons: Iterable[str]) -> tuple[str, ...]:
    """The codes of the criteria among the reasons of a row."""
    return tuple(each.removeprefix(MARK) for each in reasons if each.startswith(MARK))
