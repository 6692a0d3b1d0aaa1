"""Dates whose year was mistyped."""

from __future__ import annotations

from datetime import date

import pytest

from venues.domain import far_off

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(1926, 11, 26), "Friday 26 November 1926 is long past. Check the year."),
        (date(2006, 1, 1), None),
        (TODAY, None),
        (date(2046, 12, 31), None),
        (
            date(2126, 11, 26),
            "Tuesday 26 November 2126 is a long way off. Check the year.",
        ),
    ],
)
def test_another_century_is_not_meant(when: date, said: str | None) -> None:
    assert far_off.check(when, TODAY) == said
