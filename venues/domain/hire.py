"""Hiring rooms of others: standing agreements, notice, and what giving up costs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

URGENT = 2
"""Working days before an appointment from which a missing yes is urgent."""

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of each week to which the venue has said yes beforehand.

    ``space_ids`` are the parts of the building that are hired; none is all of it.
    ``until`` is the last day, None while it has no end.
    """

    id: int
    room_id: int | None
    space_ids: frozenset[int]
    weekday: int
    opens: time
    closes: time
    since: date
    until: date | None = None
    terms: str = ""

    def runs_on(self, day: date) -> bool:
        """Whether it is hired on that day."""
        return (
            day.weekday() == self.weekday
            and self.since <= day
            and (self.until is None or day <= self.until)
        )

    def covers(
        self, space_ids: Iterable[int], starts: datetime, ends: datetime
    ) -> bool:
        """Whether those parts are hired for all of that time."""
        return (
            self.runs_on(starts.date())
            and starts.date() == ends.date()
            and self.opens <= starts.time()
            and ends.time() <= self.closes
            and (not self.space_ids or self.space_ids.issuperset(space_ids))
        )


def covering(
    blocks: Iterable[Block],
    space_ids: Collection[int],
    starts: datetime,
    ends: datetime,
) -> Block | None:
    """The first agreement that covers those parts for all of that time."""
    return next((each for each in blocks if each.covers(space_ids, starts, ends)), None)


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A hire that a move or a cancelling gives back to its venue; ``cost`` in pence."""

    venue_id: int
    venue: str
    day: date
    cost: int
    charge_days: int

    def charge(self, today: date) -> int:
        """What is charged all the same when it is given up today, in pence.

        Hire terms charge in full for what is cancelled later than so many days before.
        """
        return self.cost if (self.day - today).days < self.charge_days else 0


def urgent(day: date, today: date, closed: Callable[[date], bool]) -> bool:
    """Whether no more than two working days are left before that day.

    ``closed`` says whether a weekday is a bank holiday.
    """
    left = 0
    each = today
    while each < day:
        if each.weekday() < _SATURDAY and not closed(each):
            left += 1
            if left > URGENT:
                return False
        each += timedelta(days=1)
    return True


def amount(pence: int) -> str:
    """A sum as it is said in a sentence: "£36", or "£36.50"."""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"
