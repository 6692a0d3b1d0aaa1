"""Keeping people apart, in words: kinds of link, and how a record stands today."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from venues.domain.words import MONTHS, count, day_month

KINDS: dict[str, str] = {
    "same offence": "Same offence",
    "co-defendants": "Co-defendants",
    "group conflict": "Group conflict",
    "no contact": "No contact",
    "family": "Family",
    "same person": "Same person",
}
"""Kind of link → as it is shown."""

SAME = "same person"

CONFIRMERS: dict[str, str] = {
    "practitioner": "the case manager",
    "victim_worker": "the victim worker",
    "coordinator": "the coordinator",
    "manager": "a manager",
}
"""Role of whoever confirmed a record → as a sentence says it."""

SOON = timedelta(days=30)
"""What ends within so long is listed as ending soon."""

NOTHING = "Nothing recorded."


class Stage(IntEnum):
    """Where a record is in its life; what presses most comes first."""

    DUE = 0
    SOON = 1
    CURRENT = 2
    OVER = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record is in its life, and in a word or two how it is shown."""

    stage: Stage
    words: str


def standing(
    today: date, *, until: date | None, review_on: date | None, closed_on: date | None
) -> Standing:
    """How a link or a venue not to use stands today."""
    if closed_on is not None:
        return Standing(Stage.OVER, "Closed")
    if until is not None and until < today:
        return Standing(Stage.OVER, "Ended")
    if review_on is not None and review_on <= today:
        return Standing(Stage.DUE, "Review due")
    if until is not None and until - today <= SOON:
        return Standing(Stage.SOON, _ends(until - today))
    if review_on is not None and review_on - today <= SOON:
        return Standing(Stage.SOON, "Review soon")
    return Standing(Stage.CURRENT, "Current")


def _ends(left: timedelta) -> str:
    return _days(left) if left else "Last day"


def _days(left: timedelta) -> str:
    return count(left.days, "day")


def date_words(when: date) -> str:
    """A date in a sentence that needs its year: "2 November 2026"."""
    return f"{day_month(when)} {when.year}"


def column_date(when: date | None) -> str:
    """A date in a column: "1 Mar 2027"; no date is no end."""
    if when is None:
        return "No end"
    return f"{when.day} {MONTHS[when.month - 1][:3]} {when.year}"


def confirmed(on: date | None, role: str) -> str:
    """When a record was last confirmed, and by which role."""
    if on is None:
        return "Not confirmed yet"
    by = f" by {CONFIRMERS[role]}" if role in CONFIRMERS else ""
    return f"Last confirmed {date_words(on)}{by}"


def nothing_recorded(on: date | None, role: str) -> str:
    """What is said of a case with nothing on record: never that it is safe."""
    return f"{NOTHING} {confirmed(on, role)}."


def before_and_after(kind: str, buffers: dict[str, int]) -> str:
    """How long before and after: "60 min"; the same person is kept from nobody."""
    return f"{buffers[kind]} min" if kind in buffers else ""


def months_later(start: date, months: int) -> date:
    """The same day so many months later, or that month's last day."""
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
