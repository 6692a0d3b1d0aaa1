"""Working days before and after a day."""

from __future__ import annotations

from datetime import date

import pytest

from venues.domain import meeting

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


def never(_day: date) -> bool:
    return False


def mondays(day: date) -> bool:
    return day.weekday() == 0


def test_the_last_day_is_so_many_working_days_after_the_order() -> None:
    assert meeting.due_by(FRIDAY, 1, never) == MONDAY
    assert meeting.due_by(FRIDAY, 1, mondays) == date(2026, 11, 24)
    assert meeting.due_by(date(2026, 11, 2), 20, never) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("today", "day", "left"),
    [
        (MONDAY, date(2026, 11, 26), 3),
        (FRIDAY, MONDAY, 1),
        (MONDAY, MONDAY, 0),
        (MONDAY, FRIDAY, 0),
    ],
)
def test_working_days_are_counted_from_today_to_the_day_before(
    today: date, day: date, left: int
) -> None:
    assert meeting.working_days(today, day, never) == left


def test_a_bank_holiday_is_no_working_day() -> None:
    assert meeting.working_days(FRIDAY, date(2026, 11, 24), mondays) == 1
    assert meeting.days_before(date(2026, 11, 24), 1, mondays) == FRIDAY


def test_days_before_pass_over_the_weekend() -> None:
    assert meeting.days_before(MONDAY, 1, never) == FRIDAY
    assert meeting.days_before(MONDAY, 0, never) == MONDAY
