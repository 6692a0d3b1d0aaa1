"""British clocks, and the two nights on which they change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import clocks

moments = st.datetimes(datetime(2020, 1, 1), datetime(2037, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
around_changes = st.builds(
    lambda night, minutes: night + timedelta(minutes=minutes),
    st.sampled_from([datetime(2026, 3, 29), datetime(2026, 10, 25)]),
    st.integers(0, 180),
)


def test_a_time_that_the_clocks_skip_is_explained() -> None:
    assert clocks.check(datetime(2026, 3, 29, 1, 30)) == (
        "The clocks go forward that night, so 1:30am does not exist on "
        "Sunday 29 March 2026. Choose another time."
    )


def test_a_time_that_comes_twice_is_explained() -> None:
    assert clocks.check(datetime(2026, 10, 25, 1)) == (
        "The clocks go back that night, so 1am comes twice on "
        "Sunday 25 October 2026. Choose another time."
    )


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 29, 0, 59),
        datetime(2026, 3, 29, 2),
        datetime(2026, 10, 25, 0, 59),
        datetime(2026, 10, 25, 2),
        datetime(2026, 11, 26, 15),
    ],
)
def test_any_other_time_is_fine(moment: datetime) -> None:
    assert clocks.check(moment) is None


@given(moments | around_changes)
def test_a_time_is_fine_exactly_when_it_comes_once(moment: datetime) -> None:
    zone = tz.gettz("Europe/London")
    comes_once = tz.datetime_exists(moment, zone) and not tz.datetime_ambiguous(
        moment, zone
    )

    assert (clocks.check(moment) is None) == comes_once


@given(moments)
def test_to_utc_and_back_is_the_same_time(moment: datetime) -> None:
    back = clocks.to_local(clocks.to_utc(moment))

    assert back == moment or clocks.check(moment) is not None


def test_summer_time_is_an_hour_ahead_of_utc() -> None:
    assert clocks.to_utc(datetime(2026, 7, 1, 12)) == datetime(
        2026, 7, 1, 11, tzinfo=UTC
    )
    assert clocks.to_utc(datetime(2026, 12, 1, 12)) == datetime(
        2026, 12, 1, 12, tzinfo=UTC
    )


def test_a_stored_stamp_is_taken_as_utc() -> None:
    assert clocks.to_local(datetime(2026, 7, 1, 11)) == datetime(2026, 7, 1, 12)
