"""Opening hours as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain.hours_words import (
    Between,
    read_hours,
    read_week,
    say_days,
    say_hours,
    say_week,
)
from venues.domain.typed import NotUnderstood

NINE_TO_FIVE = (Between(time(9), time(17)),)


@st.composite
def openings(draw: st.DrawFn) -> tuple[Between, ...]:
    """Stretches of a day with gaps between them, in order."""
    marks = draw(st.lists(st.integers(0, 287), unique=True, max_size=6))
    ordered = sorted(marks[: len(marks) // 2 * 2])
    times = [time(*divmod(mark * 5, 60)) for mark in ordered]
    return tuple(map(Between, times[::2], times[1::2]))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9-5", "9am to 5pm"),
        ("09:00-17:00", "9am to 5pm"),
        ("0900 - 1700", "9am to 5pm"),
        ("9.30am to 5.30pm", "9:30am to 5:30pm"),
        ("9\N{EN DASH}5", "9am to 5pm"),
        ("9 till 12, 1 until 5", "9am to 12pm, 1pm to 5pm"),
        ("9-12 and 1-5pm", "9am to 12pm, 1pm to 5pm"),
        ("1-5, 9-12", "9am to 12pm, 1pm to 5pm"),
        ("9-12, 12-5", "9am to 5pm"),
        ("10-1pm", "10am to 1pm"),
        ("2-5pm", "2pm to 5pm"),
        ("8-8", "8am to 8pm"),
        ("6-9am", "6am to 9am"),
        ("7-9", "7am to 9am"),
        ("noon to midnight", "12pm to midnight"),
        ("10-24:00", "10am to midnight"),
        ("midnight-6", "12am to 6am"),
        ("24 hours", "All day"),
        ("closed", "Closed"),
        ("", "Closed"),
        ("-", "Closed"),
        ("00:00-00:00", "Closed"),
        ("00:00-24:00", "All day"),
        ("0-24", "All day"),
    ],
)
def test_a_day_is_read_as_it_was_meant(typed: str, said: str) -> None:
    assert say_hours(read_hours(typed)) == said


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("by appointment", "is not opening hours"),
        ("9", "is not opening hours"),
        ("9-25", "is not opening hours"),
        ("9:75-5", "is not opening hours"),
        ("13pm-5", "is not opening hours"),
        ("123456-5", "is not opening hours"),
        ("22:00-02:00", "runs past midnight"),
        ("9am-9am", "ends when it starts"),
        ("9-12, 11-3", "9am to 12pm and 11am to 3pm overlap"),
        ("a very long text that says nothing about hours", "…”"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(
    typed: str, sentence: str
) -> None:
    with pytest.raises(NotUnderstood, match=sentence):
        read_hours(typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mon-Fri 9-5", "Mon to Fri 9am to 5pm"),
        (
            "Monday to Friday: 9am-5pm; Sat 10-1",
            "Mon to Fri 9am to 5pm, Sat 10am to 1pm",
        ),
        ("Mo-Fr 09:00-17:00", "Mon to Fri 9am to 5pm"),
        ("M-F 9-5 and weekends 10-4", "Mon to Fri 9am to 5pm, Sat and Sun 10am to 4pm"),
        ("Tues/Thurs 10-4", "Tue 10am to 4pm, Thu 10am to 4pm"),
        (
            "Mon & Weds 9-12, 1-5",
            "Mon 9am to 12pm, 1pm to 5pm, Wed 9am to 12pm, 1pm to 5pm",
        ),
        ("daily 9-5", "Mon to Sun 9am to 5pm"),
        ("Fri-Mon 9-5", "Mon 9am to 5pm, Fri to Sun 9am to 5pm"),
        ("Mon-Fri 9-5, Wed closed", "Mon and Tue 9am to 5pm, Thu and Fri 9am to 5pm"),
        ("Mon-Tue 9-12, Mon 1-5", "Mon 9am to 12pm, 1pm to 5pm, Tue 9am to 12pm"),
        ("Sun closed", "Closed"),
        ("Fri 6-midnight, Fri 9-12", "Fri 9am to 12pm, 6pm to midnight"),
    ],
)
def test_a_week_is_read_as_it_was_meant(typed: str, said: str) -> None:
    assert say_week(read_week(typed)) == said


@pytest.mark.parametrize(
    "typed",
    [
        "9-5",
        "Mon-Fri",
        "mostly Mon 9-5",
        "Mon 9-5 or so",
        "Mon 9-5; ask",
        "",
        "Mon 9-5, 4-6",
    ],
)
def test_a_week_that_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        read_week(typed)


def test_days_that_are_not_named_are_left_alone() -> None:
    assert read_week("Wed 9-5") == {2: NINE_TO_FIVE}


@given(openings())
def test_what_is_said_can_be_read_again(opening: tuple[Between, ...]) -> None:
    assert read_hours(say_hours(opening)) == opening
    assert read_hours(say_hours(opening, twenty_four=True)) == opening


@given(st.dictionaries(st.integers(0, 6), openings().filter(bool)))
def test_a_week_that_is_said_can_be_read_again(
    week: dict[int, tuple[Between, ...]],
) -> None:
    if week:
        assert read_week(say_week(week)) == week
    else:
        assert say_week(week) == "Closed"


def read_or_refused(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except NotUnderstood as reason:
        return str(reason)
    return "Read."


@given(st.text(max_size=40))
def test_anything_is_read_or_refused(text: str) -> None:
    for read in (read_hours, read_week):
        assert read_or_refused(read, text).endswith(".")


def test_days_in_a_row_are_a_range() -> None:
    assert [say_days(days) for days in ([0], [0, 1], [0, 1, 2])] == [
        "Mon",
        "Mon and Tue",
        "Mon to Wed",
    ]
