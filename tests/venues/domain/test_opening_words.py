"""When a venue is open, in the words above its rooms."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import opening_words
from venues.domain.period import Period, merged
from venues.domain.proposal import Day, Span

THURSDAY = date(2026, 11, 26)
FRIDAY = date(2026, 11, 27)
SATURDAY = date(2026, 11, 28)


def span(opens: int, closes: int, day: date = THURSDAY) -> Span:
    """Some whole hours of a day."""
    return Span(datetime.combine(day, time(opens)), datetime.combine(day, time(closes)))


def day(
    *hours: tuple[int, int], on: date = THURSDAY, staffed: tuple[int, int] | None = None
) -> Day:
    """A room's day with those hours and no closure."""
    usable = tuple(span(*each, on) for each in hours)
    return Day(on, usable, (span(*staffed, on),) if staffed else (), "", usable)


@pytest.mark.parametrize(
    ("rooms", "said"),
    [
        ([day((8, 20))], "open 8am to 8pm"),
        ([day((8, 20)), day((9, 18))], "open 8am to 8pm"),
        ([day((9, 12)), day((14, 17))], "open 9am to 12pm and 2pm to 5pm"),
        ([day((8, 20), staffed=(8, 18))], "open 8am to 8pm · staffed until 6pm"),
        ([day((8, 20), staffed=(10, 18))], "open 8am to 8pm · staffed 10am to 6pm"),
        ([day((9, 17), staffed=(9, 17))], "open 9am to 5pm"),
        ([day((9, 17), staffed=(8, 18))], "open 9am to 5pm"),
        ([day()], "closed"),
        ([Day(THURSDAY, closed="repairs", usual=(span(9, 17),))], "closed: repairs"),
    ],
)
def test_a_day_is_said_by_its_hours_and_its_staff(rooms: list[Day], said: str) -> None:
    assert opening_words.of_day(rooms) == said


def test_a_day_follows_the_24_hour_setting() -> None:
    rooms = [day((8, 20), staffed=(8, 18))]

    said = opening_words.of_day(rooms, twenty_four=True)

    assert said == "open 08:00 to 20:00 · staffed until 18:00"


def test_a_week_says_its_commonest_hours_and_the_days_that_differ() -> None:
    week = {
        THURSDAY: [day((8, 20))],
        FRIDAY: [day((8, 20), on=FRIDAY)],
        SATURDAY: [day((9, 13), on=SATURDAY)],
    }

    said = opening_words.of_week(week)

    assert said == "open 8am to 8pm, Saturday 9am to 1pm"


def test_a_week_names_what_closes_a_day_but_not_days_it_never_opens() -> None:
    week = {
        THURSDAY: [day((9, 19))],
        FRIDAY: [Day(FRIDAY, closed="repairs", usual=(span(9, 19, FRIDAY),))],
        SATURDAY: [day(on=SATURDAY)],
    }

    said = opening_words.of_week(week)

    assert said == "open 9am to 7pm · closed Friday: repairs"


@pytest.mark.parametrize(
    ("rooms", "said"),
    [
        ([day()], "closed"),
        (
            [Day(THURSDAY, closed="building work", usual=(span(9, 17),))],
            "closed Thursday: building work",
        ),
    ],
)
def test_a_week_without_any_hours_is_closed(rooms: list[Day], said: str) -> None:
    assert opening_words.of_week({THURSDAY: rooms}) == said


def test_time_is_closed_outside_usual_hours_and_named_inside_them() -> None:
    repaired = Day(
        THURSDAY,
        usable=(span(9, 10), span(12, 17)),
        closed="heating repairs",
        usual=(span(9, 17),),
    )

    shut = opening_words.closed(repaired)

    midnight = datetime(2026, 11, 27)
    assert shut == (
        (Span(datetime(2026, 11, 26), datetime(2026, 11, 26, 9)), "Closed"),
        (span(10, 12), "Heating repairs"),
        (Span(datetime(2026, 11, 26, 17), midnight), "Closed"),
    )


def test_a_day_without_hours_is_closed_from_midnight_to_midnight() -> None:
    whole = Span(datetime(2026, 11, 26), datetime(2026, 11, 27))

    assert opening_words.closed(day()) == ((whole, "Closed"),)


@given(st.lists(st.tuples(st.integers(0, 22), st.integers(1, 23)), max_size=4))
def test_closed_and_usable_time_fill_the_day_without_overlap(
    hours: list[tuple[int, int]],
) -> None:
    periods = merged([Period(*span(a, b)) for a, b in hours if a < b])
    usable = tuple(Span(each.starts, each.ends) for each in periods)

    shut = opening_words.closed(Day(THURSDAY, usable, usual=usable))

    pieces = sorted([*usable, *(each for each, _ in shut)])
    assert pieces[0].starts == datetime(2026, 11, 26)
    assert pieces[-1].ends == datetime(2026, 11, 27)
    assert all(one.ends == other.starts for one, other in pairwise(pieces))
