"""The dates of a repeating appointment, and the rule in words.

Built on ``dateutil.rrule``, which follows RFC 5545; nothing else in the program names
it. Dates are local and have no time: whatever the clocks do, an appointment at 3pm
stays at 3pm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any

from dateutil import rrule

from venues.domain.typed import NotUnderstood
from venues.domain.words import DAYS, MONTHS, count, day_month, listing

MOST = 366
"""Dates in one series: every day of a year."""

LONGEST = timedelta(days=731)
"""How far the last date may be from the first: two years."""

SATURDAY = 5
LAST = -1
SHORTEST_MONTH = 28
MOST_EVERY = 52
PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
"""Which of its weekdays in a month → in words."""


class Every(StrEnum):
    """What the dates are counted by."""

    DAY = "daily"
    WEEKDAY = "weekdays"
    WEEK = "weekly"
    MONTH = "monthly"
    MONTH_WEEKDAY = "monthly weekday"
    PICKED = "dates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A rule for dates.

    ``interval`` is every so many days, weeks or months. ``weekdays`` (Monday is 0)
    are those of a weekly rule; none means that of the first date. ``place`` is which
    weekday of the month a ``MONTH_WEEKDAY`` rule means: 1 to 4, or -1 for the last; 0
    takes it from the first date. It ends with ``until`` or after so many ``times``,
    and dates that are left out for ``term_only`` or ``skip_holidays`` are not counted.
    ``picked`` are dates chosen by hand.
    """

    every: Every
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    place: int = 0
    until: date | None = None
    times: int | None = None
    picked: tuple[date, ...] = ()
    term_only: bool = False
    skip_holidays: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of the rule; ``skipped`` says why it is none of the appointments."""

    day: date
    skipped: str = ""


Skip = Callable[[date], str]
"""A date → why there is nothing that day, or nothing."""


def check(repeat: Repeat, first: date) -> None:
    """See that the rule makes sense from that first date on.

    Raises:
        NotUnderstood: it has no end or two, an end before it begins, or too many dates.
    """
    if repeat.every is Every.PICKED:
        if not repeat.picked:
            raise NotUnderstood("Choose at least one date.")
        if min(repeat.picked) < first:
            raise NotUnderstood("The first date has to be the earliest.")
    elif (repeat.until is None) == (repeat.times is None):
        raise NotUnderstood("Say until which date, or how many times.")
    if not 1 <= repeat.interval <= MOST_EVERY:
        raise NotUnderstood(f"Choose from every 1 to every {MOST_EVERY}.")
    if repeat.until is not None and repeat.until < first:
        raise NotUnderstood("It ends before it begins. Choose a later last date.")
    if repeat.until is not None and repeat.until - first > LONGEST:
        raise NotUnderstood("That is more than two years. Choose an earlier last date.")
    if repeat.times is not None and not 1 <= repeat.times <= MOST:
        raise NotUnderstood(f"Choose from 1 to {MOST} times.")


def dates(repeat: Repeat, first: date, skip: Skip | None = None) -> list[Occurrence]:
    """The dates from the first on, in order, also those that are left out.

    ``skip`` is asked about each date; school holidays and bank holidays come that way.

    Raises:
        NotUnderstood: the rule makes no sense, or reaches further than two years.
    """
    check(repeat, first)
    found: list[Occurrence] = []
    kept = 0
    for day in _days(repeat, first):
        if kept == repeat.times:
            break
        if day - first > LONGEST:
            raise NotUnderstood("That reaches further than two years. Choose fewer.")
        occurrence = Occurrence(day, skip(day) if skip else "")
        kept += not occurrence.skipped
        found.append(occurrence)
    if kept > MOST:
        raise NotUnderstood(f"That is {kept} dates; a series has at most {MOST}.")
    return found


def words(repeat: Repeat, first: date) -> str:
    """The rule as it is said: "Every week on Thursday until 17 December 2026"."""
    if repeat.every is Every.PICKED:
        return f"On {count(len(set(repeat.picked)), 'chosen date')}"
    ends = ""
    if repeat.times is not None:
        ends = f", {count(repeat.times, 'time')}"
    elif repeat.until is not None:
        ends = f" until {day_month(repeat.until)} {repeat.until.year}"
    but = ", in term time only" if repeat.term_only else ""
    but += ", not on bank holidays" if repeat.skip_holidays else ""
    return f"{_how_often(repeat, first)}{ends}{but}"


def missing(repeat: Repeat, first: date) -> str:
    """What a monthly rule does with months that lack the date, in a sentence.

    Nothing where every month it covers has it.
    """
    if repeat.every is not Every.MONTH or first.day <= SHORTEST_MONTH:
        return ""
    reached = [each.day for each in dates(repeat, first)]
    last = repeat.until or reached[-1]
    there = {(day.year, day.month) for day in reached}
    months = [
        (year, month)
        for number in range(0, _months(first, last) + 1, repeat.interval)
        for year, month in [_month_after(first, number)]
        if (year, month) not in there and date(year, month, SHORTEST_MONTH) <= last
    ]
    if not months:
        return ""
    names = listing([f"{MONTHS[month - 1]} {year}" for year, month in months])
    verb = "has" if len(months) == 1 else "have"
    return f"{names} {verb} no {ordinal(first.day)}, and nothing is booked then."


def ordinal(number: int) -> str:
    """A number of a day: "31st"."""
    teens = range(11, 14)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in teens else ending}"


def place_of(day: date) -> int:
    """Which of its weekdays of the month a date is: the fifth is the last."""
    place = (day.day - 1) // 7 + 1
    return place if place in PLACES else LAST


def _days(repeat: Repeat, first: date) -> Iterator[date]:
    if repeat.every is Every.PICKED:
        yield from sorted(set(repeat.picked))
        return
    starts = datetime.combine(first, time())
    until = None if repeat.until is None else datetime.combine(repeat.until, time())
    rule = rrule.rrule(
        _FREQUENCIES[repeat.every],
        dtstart=starts,
        interval=repeat.interval,
        until=until,
        wkst=rrule.MO,
        **_by(repeat, first),
    )
    for moment in islice(rule, 2 * MOST + 1):
        yield moment.date()


_FREQUENCIES: dict[Every, Any] = {
    Every.DAY: rrule.DAILY,
    Every.WEEKDAY: rrule.WEEKLY,
    Every.WEEK: rrule.WEEKLY,
    Every.MONTH: rrule.MONTHLY,
    Every.MONTH_WEEKDAY: rrule.MONTHLY,
}


def _by(repeat: Repeat, first: date) -> dict[str, Any]:
    """The parts of the rule that say which days count."""
    if repeat.every is Every.WEEKDAY:
        return {"byweekday": tuple(range(SATURDAY))}
    if repeat.every is Every.WEEK:
        return {"byweekday": repeat.weekdays or (first.weekday(),)}
    if repeat.every is Every.MONTH_WEEKDAY:
        place = repeat.place or place_of(first)
        return {"byweekday": rrule.weekday(first.weekday())(place)}
    if repeat.every is Every.MONTH:
        return {"bymonthday": first.day}
    return {}


def _how_often(repeat: Repeat, first: date) -> str:
    interval, weekday = repeat.interval, DAYS[first.weekday()]
    if repeat.every is Every.DAY:
        return _each(interval, "day")
    if repeat.every in {Every.MONTH, Every.MONTH_WEEKDAY}:
        on = ordinal(first.day)
        if repeat.every is Every.MONTH_WEEKDAY:
            on = f"{PLACES[repeat.place or place_of(first)]} {weekday}"
        return f"{_each(interval, 'month')} on the {on}"
    if repeat.every is Every.WEEKDAY and interval == 1:
        return "Every weekday"
    names = listing([DAYS[day] for day in sorted(repeat.weekdays)]) or weekday
    if repeat.every is Every.WEEKDAY:
        names = "Monday to Friday"
    fortnight = 2
    often = "Every fortnight" if interval == fortnight else _each(interval, "week")
    return f"{often} on {names}"


def _each(interval: int, noun: str) -> str:
    second = 2
    if interval == 1:
        return f"Every {noun}"
    if interval == second:
        return f"Every second {noun}"
    return f"Every {interval} {noun}s"


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _month_after(first: date, number: int) -> tuple[int, int]:
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    return year, month + 1
