"""The days that are reported on: whole months, whole quarters, or any two dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from venues.domain.words import day_month

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
QUARTER = 3
"""Months in a quarter; the first begins with January."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Dates:
    """From a first day to a last one, both included.

    Raises:
        ValueError: the last day comes before the first.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("The last day comes before the first.")

    @property
    def starts(self) -> datetime:
        """Midnight at which the first day begins."""
        return datetime.combine(self.first, time())

    @property
    def until(self) -> datetime:
        """Midnight at which the last day ends."""
        return datetime.combine(self.last + DAY, time())

    @property
    def months(self) -> int:
        """How many whole months it is; 0 where it is not made of whole ones."""
        after = self.last + DAY
        if self.first.day != 1 or after.day != 1:
            return 0
        return (after.year - self.first.year) * 12 + after.month - self.first.month

    @property
    def is_quarter(self) -> bool:
        """Whether it is a quarter of a year."""
        return self.months == QUARTER and self.first.month % QUARTER == 1

    @property
    def plain(self) -> bool:
        """Whether it is one whole month or one whole quarter."""
        return self.months == 1 or self.is_quarter

    @property
    def before(self) -> Dates:
        """As many days or whole months, just before."""
        if self.months:
            return Dates(month_on(self.first, -self.months), self.first - DAY)
        return Dates(self.first - (self.last - self.first) - DAY, self.first - DAY)

    @property
    def words(self) -> str:
        """As it is chosen: "November 2026", "July to September 2026", or two dates."""
        first, last = self.first, self.last
        if self.months == 1:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if self.months and first.year == last.year:
            since, until = MONTHS[first.month - 1], MONTHS[last.month - 1]
            return f"{since} to {until} {last.year}"
        if first.year == last.year:
            return f"{day_month(first)} to {day_month(last)} {last.year}"
        return f"{day_month(first)} {first.year} to {day_month(last)} {last.year}"

    def each_month(self) -> tuple[Dates, ...]:
        """The whole months that it is made of; none where it is not."""
        return tuple(
            month_of(month_on(self.first, number)) for number in range(self.months)
        )


def month_on(first: date, months: int) -> date:
    """The first day of a month so many months on, or back."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def month_of(day: date) -> Dates:
    """The month that the day is in."""
    first = day.replace(day=1)
    return Dates(first, month_on(first, 1) - DAY)


def quarter_of(day: date) -> Dates:
    """The quarter that the day is in."""
    first = date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)
    return Dates(first, month_on(first, QUARTER) - DAY)


def quarters(today: date, number: int = 8) -> tuple[Dates, ...]:
    """The quarters up to the present one, the latest first."""
    first = quarter_of(today).first
    return tuple(quarter_of(month_on(first, -QUARTER * back)) for back in range(number))


def months(today: date, number: int = 12) -> tuple[Dates, ...]:
    """The months up to the present one, the latest first."""
    first = today.replace(day=1)
    return tuple(month_of(month_on(first, -back)) for back in range(number))
