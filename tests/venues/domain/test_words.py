"""How things are said."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import words


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(15), "3pm"),
        (time(16, 30), "4:30pm"),
        (time(9, 5), "9:05am"),
        (time(12), "12pm"),
        (time(0), "12am"),
        (time(0, 15), "12:15am"),
        (datetime(2026, 11, 26, 11, 59), "11:59am"),
    ],
)
def test_a_time_in_a_sentence_is_as_short_as_it_can_be(
    moment: time | datetime, said: str
) -> None:
    assert words.clock(moment) == said


def test_a_time_in_a_column_always_has_its_minutes() -> None:
    assert words.clock(time(15), column=True) == "3:00pm"


@pytest.mark.parametrize("column", [False, True])
def test_the_24_hour_clock_looks_the_same_everywhere(column: bool) -> None:  # noqa: FBT001 - one of two
    assert words.clock(time(9), twenty_four=True, column=column) == "09:00"


@given(st.times())
def test_no_two_minutes_of_a_day_are_said_alike(moment: time) -> None:
    other = time((moment.hour + 12) % 24, moment.minute)

    assert words.clock(moment) != words.clock(other)


def test_a_span_says_both_ends_in_full() -> None:
    assert words.span(time(15), time(16, 30)) == "3pm to 4:30pm"


def test_a_span_follows_the_column_and_the_24_hour_setting() -> None:
    assert words.span(time(15), time(16), column=True) == "3:00pm to 4:00pm"
    assert words.span(time(15), time(16), twenty_four=True) == "15:00 to 16:00"


def test_unless_said_otherwise_a_time_is_as_its_reader_reads_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(words.READER, "twenty_four", True)

    assert words.span(time(15), time(16, 30)) == "15:00 to 16:30"
    assert words.clock(time(15), twenty_four=False) == "3pm"


def test_dates_have_a_long_a_short_and_a_bare_form() -> None:
    when = date(2026, 11, 26)

    assert words.day(when) == "Thursday 26 November 2026"
    assert words.short_day(when) == "Thu 26 Nov 2026"
    assert words.day_month(when) == "26 November"


@pytest.mark.parametrize(
    ("monday", "title"),
    [
        (date(2026, 11, 23), "23 to 28 November 2026"),
        (date(2026, 11, 30), "30 November to 5 December 2026"),
        (date(2026, 12, 28), "28 December 2026 to 2 January 2027"),
    ],
)
def test_a_week_goes_to_saturday_and_names_what_changes(
    monday: date, title: str
) -> None:
    assert words.week_title(monday) == title


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (30, "30 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (75, "1 hour 15 minutes"),
        (180, "3 hours"),
    ],
)
def test_a_length_is_said_in_hours_and_minutes(length: int, said: str) -> None:
    assert words.minutes(length) == said


@pytest.mark.parametrize(
    ("metres", "said"),
    [
        (0, "less than 0.1 miles"),
        (160, "less than 0.1 miles"),
        (161, "0.1 miles"),
        (1931, "1.2 miles"),
        (16_093, "10.0 miles"),
    ],
)
def test_a_distance_is_said_in_miles(metres: float, said: str) -> None:
    assert words.miles(metres) == said


def test_money_has_pounds_and_pence() -> None:
    assert words.money(1400) == "£14.00"
    assert words.money(5) == "£0.05"
    assert words.money(123_456) == "£1,234.56"


def test_a_price_of_nothing_is_free_of_charge() -> None:
    assert words.price(1400) == "£14.00 an hour"
    assert words.price(0) == "free of charge"


def test_counting_gets_the_plural_right() -> None:
    assert words.count(1, "room") == "1 room"
    assert words.count(4, "room") == "4 rooms"
    assert words.count(0, "room") == "0 rooms"
    assert words.count(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
    ],
)
def test_a_list_reads_like_a_sentence(items: list[str], said: str) -> None:
    assert words.listing(items) == said


def test_a_list_of_choices_ends_with_or() -> None:
    assert words.listing(["3pm", "4pm"], last="or") == "3pm or 4pm"
