"""How things are said: times, dates, lengths, distances, money and lists.

Names of days and months are spelt out here, so that the PC's language never shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from venues.domain.places import METRES_PER_MILE

DAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
"""Names of the days, as ``date.weekday()`` counts them."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Names of the months; January is at 0."""


class Reader:
    """How whoever sits at the program reads the time; like the language, one for all.

    It is here so that a sentence made anywhere, by a rule or a constraint, says its
    times as that person's pages do. Only the person's preferences set it.
    """

    __slots__ = ("twenty_four",)

    def __init__(self) -> None:
        self.twenty_four = False


READER = Reader()


def clock(
    moment: time | datetime, *, twenty_four: bool | None = None, column: bool = False
) -> str:
    """A time of day: "3pm" in a sentence, "3:00pm" in a column, or "15:00".

    Noon is "12pm" and midnight "12am". As the ``READER`` reads it, if not said.
    """
    hour, minute = moment.hour, moment.minute
    if READER.twenty_four if twenty_four is None else twenty_four:
        return f"{hour:02}:{minute:02}"
    half = "am" if hour < 12 else "pm"  # noqa: PLR2004 - noon
    minutes_past = f":{minute:02}" if minute or column else ""
    return f"{hour % 12 or 12}{minutes_past}{half}"


def span(
    starts: time | datetime,
    ends: time | datetime,
    *,
    twenty_four: bool | None = None,
    column: bool = False,
) -> str:
    """From a time to a time: "3pm to 4:30pm"."""
    first = clock(starts, twenty_four=twenty_four, column=column)
    last = clock(ends, twenty_four=twenty_four, column=column)
    return f"{first} to {last}"


def day(when: date) -> str:
    """A date in full: "Thursday 26 November 2026"."""
    return f"{DAYS[when.weekday()]} {day_month(when)} {when.year}"


def short_day(when: date) -> str:
    """A date for a narrow place: "Thu 26 Nov 2026"."""
    weekday, month = DAYS[when.weekday()][:3], MONTHS[when.month - 1][:3]
    return f"{weekday} {when.day} {month} {when.year}"


def day_month(when: date) -> str:
    """A date whose year is plain: "26 November"."""
    return f"{when.day} {MONTHS[when.month - 1]}"


def week_title(monday: date) -> str:
    """The week from that Monday to its Saturday: "23 to 28 November 2026"."""
    saturday = monday + timedelta(days=5)
    if monday.year != saturday.year:
        first = f"{day_month(monday)} {monday.year}"
    elif monday.month != saturday.month:
        first = day_month(monday)
    else:
        first = str(monday.day)
    return f"{first} to {day_month(saturday)} {saturday.year}"


def minutes(length: int) -> str:
    """A length in minutes: "30 minutes", "1 hour", "1 hour 15 minutes"."""
    hours, rest = divmod(length, 60)
    if not hours:
        return count(rest, "minute")
    if not rest:
        return count(hours, "hour")
    return f"{count(hours, 'hour')} {count(rest, 'minute')}"


def miles(metres: float) -> str:
    """A distance in metres, said in miles: "1.2 miles"."""
    far = metres / METRES_PER_MILE
    if far < 0.1:  # noqa: PLR2004 - nearer than a postcode can say
        return "less than 0.1 miles"
    return f"{far:.1f} miles"


def money(pence: int) -> str:
    """An amount in pence: "£14.00"."""
    return f"£{pence // 100:,}.{pence % 100:02}"


def price(pence_per_hour: int) -> str:
    """A rate in pence an hour: "£14.00 an hour", or "free of charge"."""
    return f"{money(pence_per_hour)} an hour" if pence_per_hour else "free of charge"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """So many of something: "1 room", "4 rooms"; give a plural that needs no s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listing(items: Sequence[str], last: str = "and") -> str:
    """Things in a row: "a, b and c"; nothing is an empty text."""
    if len(items) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
