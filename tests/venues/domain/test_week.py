"""A week's hours as one thing to read and change."""

from __future__ import annotations

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from venues.domain import week
from venues.domain.hours_words import Between, read_hours
from venues.domain.opening import Stretch
from venues.domain.week import Week

MORNING, DAY = read_hours("9-12"), read_hours("9-5")

weeks = st.dictionaries(
    st.tuples(st.integers(0, 6), st.sampled_from(list(week.USES))),
    st.sampled_from([MORNING, DAY, read_hours("9-12, 1-5")]),
)


@given(weeks, weeks)
def test_both_weeks_come_back_as_they_went_in(term: Week, holiday: Week) -> None:
    stored = week.stretches(term, holiday)

    assert week.of_season(stored, "term") == term
    assert week.of_season(stored, "holiday") == holiday


@given(weeks)
def test_without_a_holiday_week_the_hours_hold_always(term: Week) -> None:
    stored = week.stretches(term)

    assert {each.season for each in stored} <= {"always"}
    assert not week.differ(stored)
    assert week.of_season(stored, "holiday") == term


def test_a_day_that_is_alike_is_stored_once() -> None:
    stored = week.stretches(
        {(0, "open"): DAY, (1, "open"): DAY}, {(0, "open"): DAY, (1, "open"): MORNING}
    )

    assert [(each.weekday, each.season) for each in stored] == [
        (0, "always"),
        (1, "holiday"),
        (1, "term"),
    ]
    assert week.differ(stored)


def test_hours_that_hold_between_dates_are_not_of_the_week() -> None:
    dated = Stretch(0, "open", time(9), time(17), "term", date(2027, 6, 1), None)
    always = Stretch(0, "open", time(9), time(12))

    assert week.of_season([dated, always], "term") == {
        (0, "open"): (Between(time(9), time(12)),)
    }
    assert not week.differ([dated, always])


def test_weeks_between_dates_are_kept_apart_in_order() -> None:
    june, july = date(2027, 6, 1), date(2027, 7, 1)
    first = week.for_dates({(0, "open"): DAY}, (None, june))
    second = week.for_dates({(0, "open"): MORNING, (1, "open"): DAY}, (july, None))
    always = Stretch(0, "open", time(9), time(12))

    assert week.of_dates([*second, always, *first]) == {
        (None, june): {(0, "open"): DAY},
        (july, None): {(0, "open"): MORNING, (1, "open"): DAY},
    }
    assert list(week.of_dates([*second, *first])) == [(None, june), (july, None)]
