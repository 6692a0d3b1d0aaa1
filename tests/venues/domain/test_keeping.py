"""Months are counted as SQLite counts them, so that its guard agrees."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain.keeping import is_held, is_over, months_on, worth_keeping

TODAY = date(2026, 11, 27)


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)),
    st.integers(-40, 40),
)
def test_python_and_the_database_count_months_alike(day: date, months: int) -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        found = raw.execute("SELECT date(?, ?)", (day.isoformat(), f"{months} months"))

        assert months_on(day, months).isoformat() == found.fetchone()[0]


@pytest.mark.parametrize(
    ("day", "over"),
    [(date(2025, 10, 26), True), (date(2025, 10, 27), False), (None, False)],
)
def test_a_day_is_over_once_all_its_months_have_passed(
    day: date | None, *, over: bool
) -> None:
    assert is_over(day, 13, TODAY) is over


@pytest.mark.parametrize(
    ("on_hold", "until", "held"),
    [
        (True, None, True),
        (True, TODAY, True),
        (True, date(2026, 11, 26), False),
        (False, None, False),
    ],
)
def test_a_hold_lasts_to_the_end_of_its_last_day(
    *, on_hold: bool, until: date | None, held: bool
) -> None:
    assert is_held(on_hold=on_hold, until=until, today=TODAY) is held


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    last = datetime(2026, 11, 27, 8, 2)  # a Friday
    made = [last - timedelta(days=days) for days in range(500)]

    kept = sorted(worth_keeping(made), reverse=True)

    days = [last - timedelta(days=back) for back in range(7)]
    sundays = [datetime(2026, 11, day, 8, 2) for day in (22, 15, 8)]
    months = [
        datetime(2026, 10, 31, 8, 2),
        datetime(2026, 9, 30, 8, 2),
        datetime(2025, 12, 31, 8, 2),
    ]
    assert set(days) | set(sundays) | set(months) <= set(kept)
    assert len(kept) == 7 + 2 + 11  # a Sunday is among the days


def test_backups_of_one_day_leave_the_newest() -> None:
    day = datetime(2026, 11, 27)
    early, late = day.replace(hour=8), day.replace(hour=17)

    assert worth_keeping([late, early]) == {late}


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))))
def test_the_newest_backup_always_stays_and_thinning_again_takes_no_more(
    made: list[datetime],
) -> None:
    kept = worth_keeping(made)

    assert not made or max(made) in kept
    assert worth_keeping(kept) == kept
    assert len(kept) <= 7 + 4 + 12


def test_a_long_pause_takes_nothing() -> None:
    old = [datetime(2021, month, 3) for month in range(1, 8)]

    assert worth_keeping([*old, datetime(2026, 11, 27)]) == {
        *old,
        datetime(2026, 11, 27),
    }
