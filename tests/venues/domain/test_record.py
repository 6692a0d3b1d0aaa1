"""Answers that hold for some hours, and which of several counts."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from tests.venues.domain.assessing import question
from venues.domain.checklist import MUST
from venues.domain.record import Part, Reply, months_after, outcome

STAFFED = question("S1", level="venue")
OTHER = question("S8", level="venue")
MONDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 25)
ONLY_WEDNESDAY = 4


def at(day: date, hour: int, until: int) -> tuple[datetime, datetime]:
    return datetime.combine(day, time(hour)), datetime.combine(day, time(until))


def found(code: str, replies: list[Reply], period: object) -> tuple[str, bool]:
    asked = question(code, level="venue")
    told = outcome(Part(None, {code: tuple(replies)}), asked, MUST, period)  # type: ignore[arg-type]
    return (told.reply.value if told.reply else ""), told.passed


CLINIC = [
    Reply("yes"),
    Reply("no", weekdays=ONLY_WEDNESDAY, opens=time(9), closes=time(12)),
]


@pytest.mark.parametrize(
    ("day", "hour", "until", "passed"),
    [
        (MONDAY, 10, 11, True),
        (WEDNESDAY, 10, 11, False),
        (WEDNESDAY, 11, 13, False),
        (WEDNESDAY, 12, 13, True),
        (WEDNESDAY, 8, 9, True),
        (WEDNESDAY, 8, 13, False),
    ],
)
def test_hours_of_their_own_go_before_what_always_holds(
    day: date, hour: int, until: int, *, passed: bool
) -> None:
    assert found("S8", CLINIC, at(day, hour, until))[1] is passed


STAFFED_HOURS = [Reply("yes", weekdays=1, opens=time(9), closes=time(17))]


@pytest.mark.parametrize(
    ("day", "hour", "until", "told"),
    [
        (MONDAY, 10, 11, ("yes", True)),
        (MONDAY, 16, 17, ("", False)),  # a quarter of an hour after it counts too
        (MONDAY, 8, 10, ("", False)),
        (WEDNESDAY, 10, 11, ("", False)),
    ],
)
def test_time_that_nobody_answered_for_is_unanswered(
    day: date, hour: int, until: int, told: tuple[str, bool]
) -> None:
    assert found("S1", STAFFED_HOURS, at(day, hour, until)) == told


def test_stretches_side_by_side_cover_what_each_alone_does_not() -> None:
    morning = Reply("yes", weekdays=1, opens=time(9), closes=time(12))
    afternoon = Reply("yes", weekdays=1, opens=time(12))

    assert found("S8", [afternoon, morning], at(MONDAY, 11, 13)) == ("yes", True)
    assert found("S8", [afternoon], at(MONDAY, 22, 23)) == ("yes", True)


def test_without_a_time_the_best_of_its_hours_counts() -> None:
    assert found("S8", CLINIC, None) == ("yes", True)
    assert found("S8", CLINIC[1:], None) == ("no", False)


def test_of_several_entrances_one_that_passes_is_enough() -> None:
    dark, lit = Reply("no", place=1), Reply("yes", place=2)

    assert found("S11", [dark, lit], None) == ("yes", True)
    assert found("S11", [dark, Reply("no", place=2)], None) == ("no", False)


def test_an_entrance_without_an_answer_then_leaves_it_to_the_others() -> None:
    never = Reply("yes", weekdays=1, place=1)

    assert found("S11", [never, Reply("no", place=2)], at(WEDNESDAY, 9, 10)) == (
        "no",
        False,
    )
    assert found("S11", [never], at(WEDNESDAY, 9, 10)) == ("", False)


def test_nothing_on_record_is_no_answer() -> None:
    assert found("S8", [], None) == ("", False)


@pytest.mark.parametrize(
    ("control", "until", "accepted", "holds"),
    [
        ("Blinds down", MONDAY, True, True),
        ("Blinds down", date(2026, 11, 22), True, False),
        ("Blinds down", MONDAY, False, False),
        ("Blinds down", None, True, False),
        ("", MONDAY, True, False),
    ],
)
def test_a_control_counts_when_it_is_accepted_and_in_date(
    control: str, until: date | None, *, accepted: bool, holds: bool
) -> None:
    reply = Reply("no", control=control, control_until=until, accepted=accepted)

    assert reply.controlled(MONDAY) is holds


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 6, 4), 12, date(2027, 6, 4)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_there_is(
    day: date, months: int, later: date
) -> None:
    assert months_after(day, months) == later
