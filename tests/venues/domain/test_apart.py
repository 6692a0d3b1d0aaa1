"""Keeping people apart, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from venues.domain import apart
from venues.domain.apart import Stage
from venues.domain.numbers import Numbers

TODAY = date(2026, 11, 26)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("until", "review_on", "closed_on", "stage", "words"),
    [
        (None, None, None, Stage.CURRENT, "Current"),
        (after(200), after(100), None, Stage.CURRENT, "Current"),
        (after(9), after(100), None, Stage.SOON, "9 days"),
        (after(1), None, None, Stage.SOON, "1 day"),
        (TODAY, None, None, Stage.SOON, "Last day"),
        (after(31), None, None, Stage.CURRENT, "Current"),
        (after(200), after(5), None, Stage.SOON, "Review soon"),
        (after(200), TODAY, None, Stage.DUE, "Review due"),
        (after(3), after(-2), None, Stage.DUE, "Review due"),
        (after(-1), after(-2), None, Stage.OVER, "Ended"),
        (after(200), after(100), after(-2), Stage.OVER, "Closed"),
    ],
)
def test_how_a_record_stands(
    until: date | None,
    review_on: date | None,
    closed_on: date | None,
    stage: Stage,
    words: str,
) -> None:
    found = apart.standing(TODAY, until=until, review_on=review_on, closed_on=closed_on)

    assert (found.stage, found.words) == (stage, words)


def test_nothing_recorded_is_never_called_safe() -> None:
    when = date(2026, 11, 2)

    assert apart.nothing_recorded(when, "practitioner") == (
        "Nothing recorded. Last confirmed 2 November 2026 by the case manager."
    )
    assert apart.nothing_recorded(when, "") == (
        "Nothing recorded. Last confirmed 2 November 2026."
    )
    assert apart.nothing_recorded(None, "") == "Nothing recorded. Not confirmed yet."


def test_dates_stand_short_in_columns() -> None:
    assert apart.column_date(date(2027, 3, 1)) == "1 Mar 2027"
    assert apart.column_date(None) == "No end"


def test_the_buffer_is_told_where_there_is_one() -> None:
    buffers = Numbers().buffers

    assert apart.before_and_after("co-defendants", buffers) == "30 min"
    assert apart.before_and_after("same person", buffers) == ""


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 11, 26), 6, date(2027, 5, 26)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_so_many_months_later(start: date, months: int, expected: date) -> None:
    assert apart.months_later(start, months) == expected
