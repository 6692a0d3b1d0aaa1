"""Opening hours as people type them, and as they are said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time
from itertools import pairwise
from typing import NamedTuple

from venues.domain.typed import NotUnderstood
from venues.domain.words import DAYS, clock

LAST_MINUTE = time(23, 59)
"""Stands for midnight at the end of a day, which a time of day cannot say."""

DAY = "them like 9-5, or 9am to 12pm, 1pm to 5pm, or “closed”"
WEEK = "days with their hours, like Mon-Fri 9-5, Sat 10-1"

ALL_DAYS = range(7)
NOON = 12
HALF_DAY, WHOLE_DAY = 12 * 60, 24 * 60
EVENING_FROM = 6
"""A bare hour up to this opens in the afternoon: nobody opens at 3 in the night."""

_CLOSED = frozenset({"", "closed", "shut", "none", "nil", "no", "n/a", "x", "-"})
_ALL_DAY = frozenset({"all day", "24 hours", "24h", "24/7", "open all day"})
_CLOCK = r"(?:[0-9]{1,2}(?:[:.]?[0-9]{2})?\s*(?:[ap]\.?m?\.?)?|noon|midday|midnight)"
_RANGE = re.compile(rf"({_CLOCK})\s*(?:-|to|till|until)\s*({_CLOCK})")
_PARTS = re.compile(r"([0-9]{1,2}?)[:.]?([0-9]{2})?\s*(?:([ap])\.?m?\.?)?")
_JOIN = re.compile(r"\s*(?:[,;/&+]|\band\b|\bthen\b)\s*")
_DAY = (
    r"\b(?:mo(?:n(?:day)?)?|tu(?:es?(?:day)?)?|wed?(?:s|nesday)?|th(?:u(?:rs?(?:day)?)?)?"
    r"|fr(?:i(?:day)?)?|sa(?:t(?:urday)?)?|su(?:n(?:day)?)?)s?\b\.?"
)
_NAMED = {
    "weekdays": "mon-fri",
    "weekday": "mon-fri",
    "m-f": "mon-fri",
    "weekends": "sat-sun",
    "weekend": "sat-sun",
    "every day": "mon-sun",
    "everyday": "mon-sun",
    "daily": "mon-sun",
}
_DAYS_PART = rf"{_DAY}(?:\s*(?:-|to|and|&|,|/|\s)\s*{_DAY})*"
_GROUP = re.compile(rf"({_DAYS_PART})\s*:?\s*(.*?)(?=[\s,;]*{_DAY}|$)")


class Between(NamedTuple):
    """Open from a time to a time of the same day."""

    opens: time
    closes: time


Opening = tuple[Between, ...]


def read_hours(text: str) -> Opening:
    """The hours of one day: 9-5, 09:00-17:00, 9am to 12, 1-5pm, closed.

    Without am or pm a place opens in the morning from 7 on, else in the afternoon,
    and closes at the next time that reads so. Hours that touch are joined. Midnight
    at the end of the day becomes 23:59; 00:00-24:00 is all day, 00:00-00:00 closed.

    Raises:
        NotUnderstood: no hours read like that, they run past midnight, or they
            overlap.
    """
    tidy = _tidy(text)
    if tidy in _CLOSED:
        return ()
    if tidy in _ALL_DAY:
        return (Between(time(0), LAST_MINUTE),)
    spans = sorted(
        span for piece in _JOIN.split(tidy) if (span := _span(piece, text)) is not None
    )
    return tuple(_joined(spans))


def read_week(text: str) -> dict[int, Opening]:
    """The hours of the days named: Mon-Fri 9-5, Sat 10-1, Sun closed.

    Monday is 0; days that are not named are left out of the answer.

    Raises:
        NotUnderstood: it names no days, or the hours of one cannot be read.
    """
    tidy = _tidy(text)
    for name, days in _NAMED.items():
        tidy = re.sub(rf"\b{name}\b", days, tidy)
    week: dict[int, Opening] = {}
    reached = 0
    for found in _GROUP.finditer(tidy):
        if tidy[reached : found.start()].strip(" ,;"):
            raise _not(text, WEEK)
        reached = found.end()
        hours = re.sub(r"[\s,;]+and$|[\s,;]+$", "", found[2])
        if not hours:
            raise _not(text, WEEK)
        opening = read_hours(hours)
        for day in _days(found[1]):
            both = sorted({*week.get(day, ()), *opening}) if opening else []
            week[day] = tuple(_joined([(*_minutes(span),) for span in both]))
    if not week or tidy[reached:].strip(" ,;"):
        raise _not(text, WEEK)
    return week


def say_hours(opening: Iterable[Between], *, twenty_four: bool | None = None) -> str:
    """The hours of one day: "9am to 12pm, 1pm to 5pm", or "Closed"."""
    said = [
        "All day"
        if span == (time(0), LAST_MINUTE)
        else f"{clock(span.opens, twenty_four=twenty_four)} to "
        + (
            "midnight"
            if span.closes == LAST_MINUTE
            else clock(span.closes, twenty_four=twenty_four)
        )
        for span in opening
    ]
    return ", ".join(said) or "Closed"


def say_week(week: Mapping[int, Opening], *, twenty_four: bool | None = None) -> str:
    """The hours of a week in one line: "Mon to Fri 9am to 5pm, Sat 10am to 1pm".

    Days that are closed or missing are left out; none at all is "Closed".
    """
    groups: list[tuple[list[int], Opening]] = []
    for day in ALL_DAYS:
        opening = tuple(week.get(day, ()))
        if not opening:
            continue
        if groups and groups[-1][1] == opening and groups[-1][0][-1] == day - 1:
            groups[-1][0].append(day)
        else:
            groups.append(([day], opening))
    said = [
        f"{say_days(days)} {say_hours(opening, twenty_four=twenty_four)}"
        for days, opening in groups
    ]
    return ", ".join(said) or "Closed"


def say_days(days: Sequence[int]) -> str:
    """Days that follow one another: "Mon to Fri", "Sat and Sun", "Wed"."""
    names = [DAYS[day][:3] for day in days]
    if len(names) > 2:  # noqa: PLR2004 - two days are named, more are a range
        return f"{names[0]} to {names[-1]}"
    return " and ".join(names)


def _days(text: str) -> Iterator[int]:
    """The days that a list with ranges names; a range may run over the weekend."""
    words = re.findall(rf"{_DAY}|-|\bto\b", text)
    last: int | None = None
    ranging = False
    for word in words:
        if word in {"-", "to"}:
            ranging = True
            continue
        day = next(n for n in ALL_DAYS if DAYS[n].lower().startswith(word[:2]))
        if ranging and last is not None:
            while last != day:
                last = (last + 1) % 7
                yield last
        else:
            yield day
        last, ranging = day, False


def _span(piece: str, text: str) -> tuple[int, int] | None:
    """The first and last minute of one stretch; None when it is closed."""
    found = _RANGE.fullmatch(piece)
    if found is None:
        raise _not(text)
    opens, closes = _readings(found[1], text), _readings(found[2], text)
    if opens == closes == [0]:
        return (0, WHOLE_DAY) if found[2].startswith("24") else None
    opens.sort(key=_unlikely)
    closes = sorted(minute or WHOLE_DAY for minute in closes)
    for first in opens:
        for last in closes:
            if first < last:
                return first, last
    if opens == closes:
        raise NotUnderstood(
            f"“{_short(text)}” ends when it starts. Type hours like 9-5 or “closed”."
        )
    raise NotUnderstood(
        f"“{_short(text)}” runs past midnight. Give each day its own hours, "
        "such as 6pm to midnight."
    )


def _readings(text: str, whole: str) -> list[int]:
    """The minutes of the day that a time may mean."""
    if text in {"noon", "midday"}:
        return [HALF_DAY]
    if text == "midnight":
        return [0]
    found = _PARTS.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (0, 60)
    if found is None or minute > 59 or hour * 60 + minute > WHOLE_DAY:  # noqa: PLR2004
        raise _not(whole)
    if found[3]:
        if not 1 <= hour <= NOON:
            raise _not(whole)
        return [hour % NOON * 60 + minute + (HALF_DAY if found[3] == "p" else 0)]
    if found[1].startswith("0") or hour > NOON or not hour:
        return [(hour * 60 + minute) % WHOLE_DAY]
    if hour == NOON:  # nobody means 12:30 in the night
        return [HALF_DAY + minute] if minute else [0, HALF_DAY]
    return [hour * 60 + minute, hour * 60 + minute + HALF_DAY]


def _unlikely(minute: int) -> bool:
    """Whether a place that opens then is less likely than one that opens later."""
    morning = range((EVENING_FROM + 1) * 60, (NOON + EVENING_FROM + 1) * 60)
    return minute not in morning


def _joined(spans: list[tuple[int, int]]) -> Iterator[Between]:
    """The stretches in order, those that touch made one."""
    for one, other in pairwise(spans):
        if other[0] < one[1]:
            said = [say_hours([_between(span)]) for span in (one, other)]
            raise NotUnderstood(
                f"{said[0]} and {said[1]} overlap. Make them one, or leave a gap."
            )
    start: int | None = None
    for place, (first, last) in enumerate(spans):
        start = first if start is None else start
        if place + 1 == len(spans) or spans[place + 1][0] != last:
            yield _between((start, last))
            start = None


def _between(span: tuple[int, int]) -> Between:
    first, last = span
    closes = LAST_MINUTE if last >= WHOLE_DAY else time(*divmod(last, 60))
    return Between(time(*divmod(first, 60)), closes)


def _minutes(span: Between) -> tuple[int, int]:
    closes = span.closes.hour * 60 + span.closes.minute
    if span.closes == LAST_MINUTE:
        closes = WHOLE_DAY
    return span.opens.hour * 60 + span.opens.minute, closes


def _tidy(text: str) -> str:
    """One case, one kind of dash, single spaces."""
    return " ".join(re.sub(r"[\u2010-\u2015\u2212]", "-", text.lower()).split())


def _short(text: str) -> str:
    typed = " ".join(text.split())
    return typed if len(typed) <= 30 else typed[:29] + "…"  # noqa: PLR2004 - enough to know it by


def _not(text: str, like: str = DAY) -> NotUnderstood:
    """The sentence for something that reads like no hours."""
    return NotUnderstood(f"“{_short(text)}” is not opening hours. Type {like}.")
