"""Stretches of time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain.period import Period, merged, without

START = datetime(2026, 1, 5)
minutes = st.integers(min_value=0, max_value=24 * 60)
lengths = st.integers(min_value=1, max_value=8 * 60)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Periods within a day or so, close enough to collide often."""
    return Period.lasting(START + timedelta(minutes=draw(minutes)), draw(lengths))


def covered(*several: Period) -> set[datetime]:
    return {
        period.starts + timedelta(minutes=n)
        for period in several
        for n in range(period.minutes)
    }


def test_a_period_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="end after it starts"):
        Period(START, START)


@given(periods(), periods())
def test_periods_overlap_exactly_when_they_share_a_minute(
    one: Period, other: Period
) -> None:
    assert one.overlaps(other) == bool(covered(one) & covered(other))


@given(periods(), periods())
def test_one_covers_another_exactly_when_it_has_all_its_minutes(
    one: Period, other: Period
) -> None:
    assert one.covers(other) == (covered(other) <= covered(one))


@given(periods())
def test_back_to_back_periods_do_not_overlap(period: Period) -> None:
    assert not period.overlaps(period.moved(by=period.ends - period.starts))


@given(st.lists(periods(), max_size=6))
def test_merging_keeps_every_minute_and_leaves_gaps_between(
    several: list[Period],
) -> None:
    joined = merged(several)

    assert covered(*joined) == covered(*several)
    assert all(a.ends < b.starts for a, b in pairwise(joined))


@given(st.lists(periods(), max_size=4), st.lists(periods(), max_size=4))
def test_cutting_leaves_exactly_the_minutes_not_taken(
    several: list[Period], taken: list[Period]
) -> None:
    assert covered(*without(several, taken)) == covered(*several) - covered(*taken)


def test_the_small_things() -> None:
    hour = Period.lasting(datetime(2026, 1, 5, 15), 60)

    assert hour.minutes == 60
    assert hour.day == date(2026, 1, 5)
    assert hour.widened(30, 15).minutes == 105
    assert Period.whole(date(2026, 1, 5)).covers(hour)
