"""What people type, and what they meant by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import words
from venues.domain.typed import NotUnderstood, read_date, read_length, read_time

TODAY = date(2026, 11, 24)  # a Tuesday
whole_minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3", time(15)),
        ("3pm", time(15)),
        ("3 pm", time(15)),
        (" 3 PM ", time(15)),
        ("3 p.m.", time(15)),
        ("3p", time(15)),
        ("15:00", time(15)),
        ("1500", time(15)),
        ("15.00", time(15)),
        ("3.30pm", time(15, 30)),
        ("3:30", time(15, 30)),
        ("3 30", time(15, 30)),
        ("330", time(15, 30)),
        ("noon", time(12)),
        ("midday", time(12)),
        ("Midnight", time(0)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("9am", time(9)),
        ("0900", time(9)),
        ("930", time(9, 30)),
    ],
)
def test_a_time_may_be_typed_as_people_do(text: str, meant: time) -> None:
    assert read_time(text) == meant


@pytest.mark.parametrize("hour", range(1, 8))
def test_a_bare_hour_from_1_to_7_is_in_the_afternoon(hour: int) -> None:
    assert read_time(str(hour)) == time(hour + 12)


@pytest.mark.parametrize("hour", range(8, 13))
def test_a_bare_hour_from_8_to_12_is_as_it_stands(hour: int) -> None:
    assert read_time(str(hour)) == time(hour)


@pytest.mark.parametrize("text", ["03:00", "0300", "03.00", "3am"])
def test_three_in_the_night_can_be_typed_too(text: str) -> None:
    assert read_time(text) == time(3)


@pytest.mark.parametrize(
    "text", ["25:00", "24:00", "3:60", "15pm", "0pm", "4:5", "soon", "12345", "-3"]
)
def test_what_is_no_time_is_answered_with_a_sentence(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_time(text)

    assert str(refused.value) == (
        f"“{text}” is not a time. Type it like 3:30pm or 15:30."
    )


def test_nothing_typed_is_asked_for() -> None:
    with pytest.raises(NotUnderstood, match=r"^Type a time, like 3:30pm or 15:30\.$"):
        read_time("  ")


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_time("x" * 500)

    assert len(str(refused.value)) < 100


@given(whole_minutes, st.booleans(), st.booleans())
def test_every_time_we_say_can_be_typed_back(
    moment: time,
    twenty_four: bool,  # noqa: FBT001 - hypothesis hands it in
    column: bool,  # noqa: FBT001 - the same
) -> None:
    said = words.clock(moment, twenty_four=twenty_four, column=column)

    assert read_time(said) == moment


@pytest.mark.parametrize(
    "text",
    [
        "26/11/2026",
        "26/11/26",
        "26-11-2026",
        "26.11.26",
        "26/11",
        "26 Nov",
        "26 november 2026",
        "26th November",
        "26 Nov 26",
        "26th of Nov, 2026",
        "Thu 26 Nov 2026",
        "Thursday, 26 November 2026",
        "thurs 26/11",
        "2026-11-26",
        "thursday",
        "Thu",
        "this thursday",
    ],
)
def test_a_date_may_be_typed_as_people_do(text: str) -> None:
    assert read_date(text, TODAY) == date(2026, 11, 26)


def test_today_and_the_days_beside_it_are_understood() -> None:
    assert read_date("today", TODAY) == date(2026, 11, 24)
    assert read_date("Tomorrow", TODAY) == date(2026, 11, 25)
    assert read_date("yesterday", TODAY) == date(2026, 11, 23)


def test_a_day_without_its_year_is_the_next_such_day() -> None:
    assert read_date("24 Nov", TODAY) == date(2026, 11, 24)
    assert read_date("23 Nov", TODAY) == date(2027, 11, 23)
    assert read_date("29 Feb", TODAY) == date(2028, 2, 29)


def test_a_weekday_by_itself_may_be_today() -> None:
    assert read_date("tuesday", TODAY) == TODAY
    assert read_date("monday", TODAY) == date(2026, 11, 30)


def test_next_thursday_is_in_next_week() -> None:
    assert read_date("next thursday", TODAY) == date(2026, 12, 3)
    assert read_date("next monday", TODAY) == date(2026, 11, 30)


def test_a_date_on_another_weekday_than_typed_is_questioned() -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_date("Fri 26 Nov 2026", TODAY)

    assert str(refused.value) == (
        "Thursday 26 November 2026 is not a Friday. Change one or the other."
    )


@pytest.mark.parametrize(
    "text",
    [
        "31/11/2026",
        "31 Nov",
        "29/02/2027",
        "26/13",
        "26",
        "26 Foo",
        "26/11-2026",
        "26 ma",
        "next year",
        "26/11/0026",
    ],
)
def test_what_is_no_date_is_answered_with_a_sentence(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_date(text, TODAY)

    assert str(refused.value) == (
        f"“{text}” is not a date. Type it like 26/11/2026 or Thu 26 Nov."
    )


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_date_we_say_can_be_typed_back(when: date) -> None:
    assert read_date(words.day(when), TODAY) == when
    assert read_date(words.short_day(when), TODAY) == when
    assert read_date(when.isoformat(), TODAY) == when


@given(st.dates(date(2000, 1, 1), date(2080, 12, 31)))
def test_a_day_and_month_we_say_never_mean_the_past(today: date) -> None:
    assert read_date(words.day_month(today), today) == today


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1 hour", 60),
        ("1h", 60),
        ("90", 90),
        ("1:30", 90),
        ("1h30", 90),
        ("1 hour and 30 minutes", 90),
        ("1.5 hours", 90),
        ("45 min", 45),
        ("45m", 45),
        ("half an hour", 30),
        ("an hour", 60),
        ("2", 120),
        ("8", 480),
        ("1.5", 90),
        ("15", 15),
        ("24 hours", 1440),
    ],
)
def test_a_length_may_be_typed_as_people_do(text: str, meant: int) -> None:
    assert read_length(text) == meant


@given(st.integers(1, 1440))
def test_every_length_we_say_can_be_typed_back(length: int) -> None:
    assert read_length(words.minutes(length)) == length


@pytest.mark.parametrize(
    "text", ["long", "1:75", "-30", "1 hour 30 minutes 5", "1 day"]
)
def test_what_is_no_length_is_answered_with_a_sentence(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_length(text)

    assert str(refused.value) == (
        f"“{text}” is not a length of time. Type it like 1 hour or 45 minutes."
    )


@pytest.mark.parametrize("text", ["0", "0 min", "0:00", "25 hours", "1441", "9999 min"])
def test_nothing_and_more_than_a_day_are_no_lengths(text: str) -> None:
    with pytest.raises(NotUnderstood, match="from 1 minute to 24 hours"):
        read_length(text)


@given(st.text(max_size=40))
def test_anything_at_all_is_understood_or_refused_in_words(text: str) -> None:
    readers = (read_time, read_length, partial(read_date, today=TODAY))

    assert all(answer(reader, text) for reader in readers)


def answer(reader: Callable[[str], time | date | int], text: str) -> bool:
    """Whether the reader gave a value, or a sentence about it."""
    try:
        return reader(text) is not None
    except NotUnderstood as refused:
        return str(refused).endswith(".")
