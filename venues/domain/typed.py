"""What people type for a time, a date or a length, and what they meant by it."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from venues.domain.words import DAYS, MONTHS, day

LONGEST = 24 * 60
"""Minutes; nothing is booked for longer than a day."""

MOST_HOURS = 8
"""A bare number up to this is hours, since nobody books a room for 8 minutes."""

NOON = 12

_NAMED_TIMES = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:. ]?(?P<minute>[0-9]{2}))?\s?(?:(?P<half>[ap])\.?m?\.?)?"
)
_FULL_YEAR = r"(?:19|20|21)[0-9]{2}"
_YEAR = rf"(?P<year>{_FULL_YEAR}|[0-9][0-9])"
_NUMBERS = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})"
    rf"(?:(?P=mark){_YEAR})?"
)
_ISO = re.compile(rf"(?P<year>{_FULL_YEAR})-(?P<month>[0-9][0-9])-(?P<day>[0-9][0-9])")
_WORDS = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>[a-z]{3,9})\.?"
    rf"(?: {_YEAR})?"
)
_LENGTHS = (
    re.compile(
        r"(?P<hours>[0-9]{1,2}(?:\.[0-9]{1,2})?) ?(?:hours?|hrs?|h)"
        r"(?: ?(?:and )?(?P<minutes>[0-9]{1,2}) ?(?:minutes?|mins?|m)?)?"
    ),
    re.compile(r"(?P<minutes>[0-9]{1,4}) ?(?:minutes?|mins?|m)"),
    re.compile(r"(?P<hours>[0-9]{1,2}):(?P<minutes>[0-5][0-9])"),
)
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?")
_NAMED_LENGTHS = {
    "half an hour": 30,
    "half hour": 30,
    "an hour": 60,
    "an hour and a half": 90,
}


class NotUnderstood(ValueError):
    """What was typed has no meaning here; the text is a sentence for the user."""


def read_time(text: str) -> time:
    """The time of day that was meant: 3, 3pm, 15:00, 1500, 3.30pm, noon.

    An hour from 1 to 7 without am or pm is in the afternoon, since nobody meets at
    3 in the night; 8 to 12 are as they stand. With a leading zero, as in 03:00 or
    0300, the time is on the 24-hour clock and meant literally.

    Raises:
        NotUnderstood: no time reads like that.
    """
    tidy = _tidy(text)
    if tidy in _NAMED_TIMES:
        return _NAMED_TIMES[tidy]
    found = _TIME.fullmatch(tidy)
    if found is None:
        raise _not("a time", text, "3:30pm or 15:30")
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= NOON:
            raise _not("a time", text, "3:30pm or 15:30")
        hour = hour % NOON + (NOON if found["half"] == "p" else 0)
    elif 1 <= hour <= 7 and not found["hour"].startswith("0"):  # noqa: PLR2004
        hour += NOON
    try:
        return time(hour, minute)
    except ValueError:
        raise _not("a time", text, "3:30pm or 15:30") from None


def read_date(text: str, today: date) -> date:
    """The date that was meant: 26/11/2026, 26 Nov, Thu 26 Nov 2026, tomorrow, Thursday.

    The day comes before the month. Without a year it is the next such day, today
    included; so is a weekday by itself. "Next Thursday" is Thursday of next week,
    and weeks start on Monday.

    Raises:
        NotUnderstood: no date reads like that, there is no such day, or it falls on
            another day of the week than the one typed with it.
    """
    tidy = _tidy(text.replace(",", " "))
    if tidy in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[tidy])
    first, _, rest = tidy.partition(" ")
    if first in {"next", "this"} and (weekday := _weekday(rest)) is not None:
        monday = today - timedelta(days=today.weekday())
        return (
            monday + timedelta(days=7 + weekday)
            if first == "next"
            else _coming(weekday, today)
        )
    weekday = _weekday(first)
    if weekday is None:
        return _calendar_day(tidy, text, today)
    if not rest:
        return _coming(weekday, today)
    found = _calendar_day(rest, text, today)
    if found.weekday() != weekday:
        raise NotUnderstood(
            f"{day(found)} is not a {DAYS[weekday]}. Change one or the other."
        )
    return found


def read_length(text: str) -> int:
    """The length that was meant, in minutes: 1 hour, 1h, 90, 1:30, 45 min.

    A bare number is minutes, but up to 8 it is hours.

    Raises:
        NotUnderstood: no length reads like that, it is nothing, or it is more than
            a day.
    """
    tidy = _tidy(text)
    length = _NAMED_LENGTHS.get(tidy)
    if length is None and _NUMBER.fullmatch(tidy):
        number = float(tidy)
        length = round(number * 60) if number <= MOST_HOURS else round(number)
    if length is None:
        for shape in _LENGTHS:
            if found := shape.fullmatch(tidy):
                parts = found.groupdict(default="0")
                hours = float(parts.get("hours", "0"))
                length = round(hours * 60) + int(parts["minutes"])
    if length is None:
        raise _not("a length of time", text, "1 hour or 45 minutes")
    if not 1 <= length <= LONGEST:
        raise NotUnderstood("Choose a length from 1 minute to 24 hours.")
    return length


def _calendar_day(tidy: str, text: str, today: date) -> date:
    """The day written in figures or with the month's name."""
    found = _ISO.fullmatch(tidy) or _NUMBERS.fullmatch(tidy) or _WORDS.fullmatch(tidy)
    month = _month(found["month"]) if found else None
    if found is None or month is None:
        raise _not("a date", text, "26/11/2026 or Thu 26 Nov")
    number = int(found["day"])
    if found["year"]:
        year = int(found["year"])
        years = [year if year > 99 else 2000 + year]  # noqa: PLR2004 - two figures
    else:
        years = list(range(today.year, today.year + 9))  # a leap day may be 8 years off
    for year in years:
        try:
            day_found = date(year, month, number)
        except ValueError:
            continue
        if found["year"] or day_found >= today:
            return day_found
    raise _not("a date", text, "26/11/2026 or Thu 26 Nov")


def _coming(weekday: int, today: date) -> date:
    """The first such day of the week, today included."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _weekday(word: str) -> int | None:
    """The number of a day's name or of its first three letters or more."""
    return _place_of(word, DAYS)


def _month(word: str) -> int | None:
    """The number of a month, from figures, its name or its first three letters."""
    if word.isdecimal():
        return int(word)
    place = _place_of(word, MONTHS)
    return None if place is None else place + 1


def _place_of(word: str, names: tuple[str, ...]) -> int | None:
    if len(word) < 3:  # noqa: PLR2004 - "ma" could be March or May
        return None
    for place, name in enumerate(names):
        if name.lower().startswith(word):
            return place
    return None


def _tidy(text: str) -> str:
    """One case, single spaces, nothing round the edges."""
    return " ".join(text.lower().split())


def _not(what: str, text: str, like: str) -> NotUnderstood:
    """The sentence for something that reads like nothing."""
    typed = " ".join(text.split())
    if not typed:
        return NotUnderstood(f"Type {what}, like {like}.")
    if len(typed) > 30:  # noqa: PLR2004 - enough to recognise it by
        typed = typed[:29] + "…"
    return NotUnderstood(f"“{typed}” is not {what}. Type it like {like}.")
