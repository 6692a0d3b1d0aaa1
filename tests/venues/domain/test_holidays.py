"""The bank holidays of England, against the published lists."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain.holidays import england

PUBLISHED = {
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2029: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2030: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_days_are_those_that_were_published(year: int) -> None:
    days = [f"{when:%m-%d}" for when in england(year)]

    assert days == PUBLISHED[year].split()


def test_christmas_at_a_weekend_has_both_substitutes() -> None:
    days = england(2021)

    assert days[date(2021, 12, 27)] == "Christmas Day"
    assert days[date(2021, 12, 28)] == "Boxing Day"


def test_christmas_on_a_sunday_leaves_boxing_day_where_it_is() -> None:
    days = england(2022)

    assert days[date(2022, 12, 26)] == "Boxing Day"
    assert days[date(2022, 12, 27)] == "Christmas Day"


def test_a_moved_day_keeps_its_name() -> None:
    assert england(2020)[date(2020, 5, 8)] == "Early May bank holiday"
    assert england(2022)[date(2022, 6, 2)] == "Spring bank holiday"


@given(st.integers(2024, 2199))
def test_an_ordinary_year_has_eight_working_days_off(year: int) -> None:
    days = england(year)

    assert len(days) == 8
    assert all(when.weekday() < 5 and when.year == year for when in days)
    assert list(days) == sorted(days)
