"""Standing agreements, charges, and working days left."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from venues.domain.hire import Block, GivenUp, amount, covering, urgent

TUESDAY = date(2026, 12, 8)


def block(**changed: Any) -> Block:
    usual: dict[str, Any] = {
        "id": 1,
        "room_id": 5,
        "space_ids": frozenset({5, 6}),
        "weekday": 1,
        "opens": time(16),
        "closes": time(18),
        "since": date(2026, 12, 1),
    }
    return Block(**usual | changed)


def at(hour: int, minute: int = 0, day: date = TUESDAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def test_a_half_of_a_hired_hall_is_covered_to_the_minute() -> None:
    assert block().covers({5}, at(16), at(18))


@pytest.mark.parametrize(
    ("spaces", "starts", "ends"),
    [
        ({5, 7}, at(16), at(17)),
        ({5}, at(15, 59), at(17)),
        ({5}, at(17), at(18, 1)),
        ({5}, at(16, day=date(2026, 12, 9)), at(17, day=date(2026, 12, 9))),
        ({5}, at(16), at(17, day=date(2026, 12, 9))),
    ],
    ids=["another space", "before", "after", "another weekday", "over midnight"],
)
def test_what_is_partly_outside_is_not_covered(
    spaces: set[int], starts: datetime, ends: datetime
) -> None:
    assert not block().covers(spaces, starts, ends)


def test_without_a_room_the_whole_building_is_hired() -> None:
    whole = block(room_id=None, space_ids=frozenset())

    assert covering([block(weekday=2), whole], {99}, at(16), at(17)) is whole


def test_it_runs_from_its_first_day_to_its_last() -> None:
    ended = block(until=TUESDAY)

    days = [date(2026, 11, 24), TUESDAY, date(2026, 12, 15)]

    assert [ended.runs_on(day) for day in days] == [False, True, False]
    assert covering([ended], {5}, at(16, day=days[2]), at(17, day=days[2])) is None


def test_a_hire_is_charged_once_it_is_given_up_too_late() -> None:
    hired = GivenUp(1, "Weaver Hall", TUESDAY, 3600, 14)

    assert hired.charge(date(2026, 11, 24)) == 0
    assert hired.charge(date(2026, 11, 25)) == 3600


def test_two_working_days_are_counted_without_weekends_and_bank_holidays() -> None:
    def christmas(day: date) -> bool:
        return day in {date(2026, 12, 25), date(2026, 12, 28)}

    tuesday_after = date(2026, 12, 29)

    assert urgent(TUESDAY, date(2026, 12, 4), christmas)
    assert not urgent(TUESDAY, date(2026, 12, 3), christmas)
    assert urgent(tuesday_after, date(2026, 12, 23), christmas)
    assert urgent(TUESDAY, TUESDAY, christmas)


def test_a_sum_is_said_without_empty_pence() -> None:
    assert [amount(3600), amount(3650), amount(120_005)] == [
        "£36",
        "£36.50",
        "£1,200.05",
    ]
