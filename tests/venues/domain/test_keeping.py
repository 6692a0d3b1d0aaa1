"""Months are counted as SQLite counts them, so that its guard agrees."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain.keeping import is_held, is_over, months_on

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
