"""Days that are reported on: months, quarters, and what came before."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from venues.domain.reporting import Dates, month_of, months, quarter_of, quarters

DAYS = some.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(DAYS)
def test_a_quarter_is_made_of_its_three_months(day: date) -> None:
    quarter = quarter_of(day)

    months = quarter.each_month()

    assert quarter.is_quarter
    assert [each.months for each in months] == [1, 1, 1]
    assert (months[0].first, months[2].last) == (quarter.first, quarter.last)
    assert month_of(day) in months


@given(DAYS, some.integers(0, 400))
def test_what_came_before_ends_the_day_before_and_is_as_long(
    first: date, days: int
) -> None:
    dates = Dates(first, first + timedelta(days=days))

    before = dates.before

    assert before.last == dates.first - timedelta(days=1)
    assert before.months == dates.months
    if not dates.months:
        assert before.last - before.first == dates.last - dates.first


def test_three_months_across_two_quarters_are_no_quarter() -> None:
    dates = Dates(date(2026, 2, 1), date(2026, 4, 30))

    assert (dates.months, dates.is_quarter, dates.plain) == (3, False, False)


def test_days_run_from_midnight_to_midnight() -> None:
    dates = Dates(date(2026, 11, 2), date(2026, 11, 2))

    assert (dates.starts, dates.until) == (datetime(2026, 11, 2), datetime(2026, 11, 3))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), "November 2026"),
        (date(2026, 7, 1), date(2026, 9, 30), "July to September 2026"),
        (date(2026, 9, 1), date(2026, 11, 26), "1 September to 26 November 2026"),
        (date(2025, 12, 1), date(2026, 1, 31), "1 December 2025 to 31 January 2026"),
    ],
)
def test_dates_are_said_as_people_say_them(first: date, last: date, words: str) -> None:
    assert Dates(first, last).words == words


def test_the_latest_quarters_and_months_come_first() -> None:
    today = date(2026, 11, 26)

    assert quarters(today, 2) == (quarter_of(today), quarter_of(date(2026, 8, 1)))
    assert [each.words for each in months(today, 2)] == [
        "November 2026",
        "October 2026",
    ]


def test_dates_do_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before the first"):
        Dates(date(2026, 11, 2), date(2026, 11, 1))
