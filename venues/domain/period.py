"""A stretch of time, from a minute up to but not including another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Local wall-clock time ``[starts, ends)``; back-to-back periods do not clash.

    Raises:
        ValueError: it does not end after it starts.
    """

    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        if self.ends <= self.starts:
            raise ValueError("A period must end after it starts.")

    @classmethod
    def lasting(cls, starts: datetime, minutes: int) -> Self:
        """The period of that many minutes from ``starts``."""
        return cls(starts, starts + timedelta(minutes=minutes))

    @classmethod
    def whole(cls, day: date) -> Self:
        """All of one day, midnight to midnight."""
        midnight = datetime.combine(day, time())
        return cls(midnight, midnight + DAY)

    @property
    def day(self) -> date:
        """The day on which it starts."""
        return self.starts.date()

    @property
    def minutes(self) -> int:
        """Its length in minutes."""
        return int((self.ends - self.starts).total_seconds()) // 60

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a minute."""
        return self.starts < other.ends and other.starts < self.ends

    def covers(self, other: Period) -> bool:
        """Whether the other lies wholly inside."""
        return self.starts <= other.starts and other.ends <= self.ends

    def widened(self, before: int, after: int) -> Period:
        """The same with so many minutes more at each end."""
        return Period(
            self.starts - timedelta(minutes=before),
            self.ends + timedelta(minutes=after),
        )

    def moved(self, by: timedelta) -> Period:
        """The same length, later by that much (earlier when negative)."""
        return Period(self.starts + by, self.ends + by)


def merged(periods: list[Period]) -> list[Period]:
    """The same minutes in as few periods as will do, in order of time."""
    joined: list[Period] = []
    for period in sorted(periods):
        if joined and period.starts <= joined[-1].ends:
            if period.ends > joined[-1].ends:
                joined[-1] = Period(joined[-1].starts, period.ends)
        else:
            joined.append(period)
    return joined


def without(periods: list[Period], taken: list[Period]) -> list[Period]:
    """What is left of the periods once the taken minutes are cut out."""
    left = merged(periods)
    for cut in taken:
        left = [
            piece
            for period in left
            for piece in (
                _piece(period.starts, min(period.ends, cut.starts)),
                _piece(max(period.starts, cut.ends), period.ends),
            )
            if piece is not None
        ]
    return merged(left)


def _piece(starts: datetime, ends: datetime) -> Period | None:
    return Period(starts, ends) if starts < ends else None
