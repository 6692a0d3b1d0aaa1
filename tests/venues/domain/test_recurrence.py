"""The dates of repeating appointments, by the rules of RFC 5545, section 3.3.10.

The expected dates are worked out from a calendar: 1 January 2026 is a Thursday, 2026
has 52 weeks and a day, 2028 is a leap year. The clocks change on 29 March and 25
October 2026.
"""

# ruff: noqa: E501 - a vector stands in one line

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import recurrence
from venues.domain.holidays import england
from venues.domain.recurrence import LAST, MOST, Every, Repeat
from venues.domain.typed import NotUnderstood

D, WD, W, M, MW, P = Every
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
NEW_YEAR = date(2026, 1, 1)
HOLIDAYS = {**england(2026), **england(2027)}
HALF_TERM = (date(2026, 10, 26), date(2026, 10, 30))


def on(*days: str) -> list[date]:
    """Dates from words such as "2026-01-31"; a short one is of the same year."""
    found: list[date] = []
    for day in days:
        year = "" if day.count("-") == 2 else f"{found[-1].year}-"
        found.append(date.fromisoformat(f"{year}{day}"))
    return found


def until(day: str, every: Every, **more: Any) -> Repeat:
    return Repeat(every=every, until=date.fromisoformat(day), **more)


def times(number: int, every: Every, **more: Any) -> Repeat:
    return Repeat(every=every, times=number, **more)


VECTORS: list[tuple[str, Repeat, str, list[date]]] = [
    # daily, by until and by count
    ("a", until("2026-01-03", D), "2026-01-01", on("2026-01-01", "01-02", "01-03")),
    ("b", times(3, D), "2026-12-30", on("2026-12-30", "12-31", "2027-01-01")),
    ("c", times(3, D, interval=2), "2026-02-27", on("2026-02-27", "03-01", "03-03")),
    ("d", until("2028-03-01", D), "2028-02-28", on("2028-02-28", "02-29", "03-01")),
    ("e", until("2026-01-01", D), "2026-01-01", on("2026-01-01")),
    ("f", times(1, D), "2026-01-01", on("2026-01-01")),
    ("g", until("2026-01-09", D, interval=4), "2026-01-01", on("2026-01-01", "01-05", "01-09")),
    # over both changes of the clocks
    ("h", times(3, D), "2026-03-28", on("2026-03-28", "03-29", "03-30")),
    ("i", times(3, D), "2026-10-24", on("2026-10-24", "10-25", "10-26")),
    # weekdays
    ("j", times(3, WD), "2026-01-01", on("2026-01-01", "01-02", "01-05")),
    ("k", until("2026-01-06", WD), "2026-01-03", on("2026-01-05", "01-06")),
    ("l", times(4, WD), "2026-12-31", on("2026-12-31", "2027-01-01", "01-04", "01-05")),
    ("m", times(7, WD, interval=2), "2026-01-05", on("2026-01-05", "01-06", "01-07", "01-08", "01-09", "01-19", "01-20")),
    # weekly
    ("n", times(3, W), "2026-01-01", on("2026-01-01", "01-08", "01-15")),
    ("o", until("2026-01-14", W), "2026-01-01", on("2026-01-01", "01-08")),
    ("p", until("2026-01-15", W), "2026-01-01", on("2026-01-01", "01-08", "01-15")),
    ("q", times(3, W), "2026-03-22", on("2026-03-22", "03-29", "04-05")),
    ("r", times(3, W), "2026-10-18", on("2026-10-18", "10-25", "11-01")),
    ("s", times(3, W), "2026-12-24", on("2026-12-24", "12-31", "2027-01-07")),
    ("t", times(4, W, weekdays=(MON, THU)), "2026-01-01", on("2026-01-01", "01-05", "01-08", "01-12")),
    ("u", times(3, W, weekdays=(MON,)), "2026-01-01", on("2026-01-05", "01-12", "01-19")),
    ("v", times(3, W, weekdays=(SAT, SUN)), "2026-01-01", on("2026-01-03", "01-04", "01-10")),
    ("w", times(3, W), "2028-02-22", on("2028-02-22", "02-29", "03-07")),
    # fortnightly and every so many weeks
    ("x", times(3, W, interval=2), "2026-01-01", on("2026-01-01", "01-15", "01-29")),
    ("y", until("2026-01-28", W, interval=2), "2026-01-01", on("2026-01-01", "01-15")),
    ("z", times(3, W, interval=2), "2026-03-19", on("2026-03-19", "04-02", "04-16")),
    ("aa", times(3, W, interval=2), "2026-10-15", on("2026-10-15", "10-29", "11-12")),
    ("ab", times(4, W, interval=2, weekdays=(TUE, THU)), "2026-01-01", on("2026-01-01", "01-13", "01-15", "01-27")),
    ("ac", times(4, W, interval=2, weekdays=(MON, FRI)), "2026-01-01", on("2026-01-02", "01-12", "01-16", "01-26")),
    ("ad", times(3, W, interval=3), "2026-01-01", on("2026-01-01", "01-22", "02-12")),
    ("ae", times(3, W, interval=4, weekdays=(WED,)), "2026-01-07", on("2026-01-07", "02-04", "03-04")),
    ("af", until("2026-03-26", W, interval=6), "2026-01-01", on("2026-01-01", "02-12", "03-26")),
    ("ag", times(2, W, interval=52), "2026-01-01", on("2026-01-01", "12-31")),
    # monthly by date
    ("ah", times(3, M), "2026-01-15", on("2026-01-15", "02-15", "03-15")),
    ("ai", until("2026-03-14", M), "2026-01-15", on("2026-01-15", "02-15")),
    ("aj", times(4, M), "2026-01-31", on("2026-01-31", "03-31", "05-31", "07-31")),
    ("ak", until("2026-12-31", M), "2026-07-31", on("2026-07-31", "08-31", "10-31", "12-31")),
    ("al", times(3, M), "2026-01-30", on("2026-01-30", "03-30", "04-30")),
    ("am", times(3, M), "2026-01-29", on("2026-01-29", "03-29", "04-29")),
    ("an", times(3, M), "2028-01-29", on("2028-01-29", "02-29", "03-29")),
    ("ao", times(3, M), "2028-02-29", on("2028-02-29", "03-29", "04-29")),
    ("ap", times(3, M, interval=2), "2026-01-31", on("2026-01-31", "03-31", "05-31")),
    ("aq", times(2, M, interval=3), "2026-08-31", on("2026-08-31", "2027-05-31")),
    ("ar", times(2, M, interval=12), "2026-12-25", on("2026-12-25", "2027-12-25")),
    ("as", times(3, M), "2026-11-01", on("2026-11-01", "12-01", "2027-01-01")),
    # monthly by weekday
    ("at", times(3, MW), "2026-01-13", on("2026-01-13", "02-10", "03-10")),
    ("au", times(3, MW), "2026-01-01", on("2026-01-01", "02-05", "03-05")),
    ("av", times(3, MW), "2026-01-22", on("2026-01-22", "02-26", "03-26")),
    ("aw", times(4, MW), "2026-01-30", on("2026-01-30", "02-27", "03-27", "04-24")),
    ("ax", times(4, MW, place=LAST), "2026-01-23", on("2026-01-30", "02-27", "03-27", "04-24")),
    ("ay", times(3, MW, place=4), "2026-01-30", on("2026-02-27", "03-27", "04-24")),
    ("az", times(3, MW, place=1), "2026-01-01", on("2026-01-01", "02-05", "03-05")),
    ("ba", times(3, MW, interval=2), "2026-01-13", on("2026-01-13", "03-10", "05-12")),
    ("bb", until("2026-12-31", MW, interval=4), "2026-01-30", on("2026-01-30", "05-29", "09-25")),
    ("bc", times(3, MW, place=LAST), "2026-03-29", on("2026-03-29", "04-26", "05-31")),
    ("bd", times(3, MW, place=LAST), "2026-09-27", on("2026-09-27", "10-25", "11-29")),
    ("be", times(2, MW, place=LAST), "2028-01-29", on("2028-01-29", "02-26")),
    # picked by hand: in order, each once
    ("bf", Repeat(every=P, picked=tuple(on("2026-01-09", "01-05", "01-09"))), "2026-01-01", on("2026-01-05", "01-09")),
    ("bg", Repeat(every=P, picked=tuple(on("2026-01-31"))), "2026-01-01", on("2026-01-31")),
    ("bh", Repeat(every=P, picked=tuple(on("2026-03-29", "10-25"))), "2026-03-29", on("2026-03-29", "10-25")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("repeat", "first", "expected"),
    [pytest.param(*more, id=name) for name, *more in VECTORS],
)
def test_the_dates_are_those_of_the_calendar(
    repeat: Repeat, first: str, expected: list[date]
) -> None:
    found = recurrence.dates(repeat, date.fromisoformat(first))

    assert [each.day for each in found] == expected


def skip(day: date) -> str:
    """Bank holidays, and a half-term in October."""
    if day in HOLIDAYS:
        return f"bank holiday ({HOLIDAYS[day]})"
    if HALF_TERM[0] <= day <= HALF_TERM[1]:
        return "school holiday"
    return ""


SKIPPED: list[tuple[str, Repeat, str, list[date], list[date]]] = [
    ("Good Friday", until("2026-04-10", W), "2026-03-27", on("2026-03-27", "04-10"), on("2026-04-03")),
    ("Easter Monday by count", times(3, W), "2026-03-30", on("2026-03-30", "04-13", "04-20"), on("2026-04-06")),
    ("Boxing Day's substitute", until("2027-01-04", W), "2026-12-21", on("2026-12-21", "2027-01-04"), on("2026-12-28")),
    ("May Day by month", until("2026-06-30", MW), "2026-04-06", on("2026-06-01"), on("2026-04-06", "05-04")),
    ("a weekday rule over Christmas", until("2026-12-29", WD), "2026-12-24", on("2026-12-24", "12-29"), on("2026-12-25", "12-28")),
    ("half-term with the clocks", times(2, W), "2026-10-22", on("2026-10-22", "11-05"), on("2026-10-29")),
    ("a day in half-term", times(2, D), "2026-10-25", on("2026-10-25", "10-31"), on("2026-10-26", "10-27", "10-28", "10-29", "10-30")),
    ("New Year by date", times(1, M), "2027-01-01", on("2027-02-01"), on("2027-01-01")),
    ("picked by hand", Repeat(every=P, picked=tuple(on("2026-12-24", "12-25"))), "2026-12-01", on("2026-12-24"), on("2026-12-25")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("repeat", "first", "kept", "left"),
    [pytest.param(*more, id=name) for name, *more in SKIPPED],
)
def test_holidays_are_left_out_with_a_reason_and_not_counted(
    repeat: Repeat, first: str, kept: list[date], left: list[date]
) -> None:
    found = recurrence.dates(repeat, date.fromisoformat(first), skip)

    assert [each.day for each in found if not each.skipped] == kept
    assert [each.day for each in found if each.skipped] == left


@pytest.mark.parametrize(
    ("repeat", "first", "said"),
    [
        (
            until("2026-12-17", W),
            "2026-01-01",
            "Every week on Thursday until 17 December 2026",
        ),
        (
            times(3, W, interval=2),
            "2026-01-01",
            "Every fortnight on Thursday, 3 times",
        ),
        (
            times(1, W, interval=3, weekdays=(THU, MON)),
            "2026-01-01",
            "Every 3 weeks on Monday and Thursday, 1 time",
        ),
        (times(2, D), "2026-01-01", "Every day, 2 times"),
        (times(2, D, interval=2), "2026-01-01", "Every second day, 2 times"),
        (times(2, WD), "2026-01-01", "Every weekday, 2 times"),
        (
            times(2, WD, interval=2),
            "2026-01-01",
            "Every fortnight on Monday to Friday, 2 times",
        ),
        (times(2, M), "2026-01-31", "Every month on the 31st, 2 times"),
        (times(2, M, interval=3), "2026-01-22", "Every 3 months on the 22nd, 2 times"),
        (times(2, MW), "2026-01-13", "Every month on the second Tuesday, 2 times"),
        (times(2, MW), "2026-01-30", "Every month on the last Friday, 2 times"),
        (Repeat(every=P, picked=(NEW_YEAR,)), "2026-01-01", "On 1 chosen date"),
        (
            times(2, W, term_only=True, skip_holidays=True),
            "2026-01-01",
            "Every week on Thursday, 2 times, in term time only, not on bank holidays",
        ),
    ],
)
def test_the_rule_is_said_in_words(repeat: Repeat, first: str, said: str) -> None:
    assert recurrence.words(repeat, date.fromisoformat(first)) == said


def test_a_monthly_friday_the_31st_says_which_months_have_none() -> None:
    first = date(2026, 7, 31)

    said = recurrence.missing(until("2026-12-31", M), first)

    assert said == (
        "September 2026 and November 2026 have no 31st, and nothing is booked then."
    )


@pytest.mark.parametrize(
    ("repeat", "first", "said"),
    [
        (times(3, M), "2028-01-29", ""),
        (times(3, M), "2026-01-15", ""),
        (times(3, W), "2026-01-31", ""),
        (times(2, M), "2026-01-30", "February 2026 has no 30th, and nothing is booked then."),
        (until("2026-02-20", M), "2026-01-31", ""),
    ],
)  # fmt: skip
def test_months_that_have_the_date_need_no_words(
    repeat: Repeat, first: str, said: str
) -> None:
    assert recurrence.missing(repeat, date.fromisoformat(first)) == said


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        (Repeat(every=W), "until which date"),
        (Repeat(every=W, times=2, until=date(2026, 2, 1)), "until which date"),
        (until("2025-12-31", W), "ends before it begins"),
        (until("2028-02-01", W), "more than two years"),
        (times(0, W), "from 1 to 366"),
        (times(MOST + 1, W), "from 1 to 366"),
        (times(2, W, interval=0), "every 1 to every 52"),
        (times(2, W, interval=53), "every 1 to every 52"),
        (times(200, W), "further than two years"),
        (until("2027-12-31", D), "a series has at most 366"),
        (Repeat(every=P), "at least one date"),
        (Repeat(every=P, picked=(date(2025, 12, 31),)), "the earliest"),
    ],
)
def test_a_rule_that_makes_no_sense_is_said_in_a_sentence(
    repeat: Repeat, words: str
) -> None:
    with pytest.raises(NotUnderstood, match=words):
        recurrence.dates(repeat, NEW_YEAR)


@given(
    every=st.sampled_from([D, WD, W, M, MW]),
    interval=st.integers(1, 6),
    number=st.integers(1, 12),
    first=st.dates(date(2026, 1, 1), date(2029, 12, 31)),
)
def test_dates_come_in_order_each_once_and_as_many_as_asked(
    every: Every, interval: int, number: int, first: date
) -> None:
    repeat = Repeat(every=every, interval=interval, times=number)
    try:
        days = [each.day for each in recurrence.dates(repeat, first)]
    except NotUnderstood:
        days = []  # a leap day every so many months can be years away

    assert days == sorted(set(days))
    assert len(days) in {0, number}
    assert all(timedelta() <= day - first <= recurrence.LONGEST for day in days)


def test_the_place_of_a_fifth_weekday_is_the_last() -> None:
    assert recurrence.place_of(date(2026, 1, 30)) == LAST
    assert recurrence.place_of(date(2026, 1, 9)) == 2


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd"), (30, "30th")]
)  # fmt: skip
def test_days_of_a_month_are_said_as_people_say_them(number: int, said: str) -> None:
    assert recurrence.ordinal(number) == said
