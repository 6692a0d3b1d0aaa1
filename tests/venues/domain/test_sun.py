"""Sunset, against figures worked out elsewhere."""

from __future__ import annotations

from datetime import date, time

import pytest

from venues.domain.places import Point
from venues.domain.sun import sunset

WARRINGTON = Point(360_500, 388_500)


@pytest.mark.parametrize(
    ("when", "published"),
    [
        (date(2026, 2, 1), time(16, 53)),
        (date(2026, 3, 20), time(18, 23)),
        (date(2026, 6, 21), time(21, 42)),
        (date(2026, 9, 22), time(19, 9)),
        (date(2026, 11, 26), time(16, 0)),
        (date(2026, 12, 21), time(15, 53)),
        (date(2028, 2, 29), time(17, 46)),
    ],
)
def test_the_sun_sets_over_warrington_within_two_minutes(
    when: date, published: time
) -> None:
    found = sunset(WARRINGTON, when)

    apart = (found.hour - published.hour) * 60 + found.minute - published.minute
    assert abs(apart) <= 2


def test_the_sun_sets_earlier_further_east() -> None:
    near_leeds = Point(WARRINGTON.easting + 66_000, WARRINGTON.northing)

    west, east = (
        sunset(place, date(2026, 11, 26)) for place in (WARRINGTON, near_leeds)
    )

    assert (west.hour * 60 + west.minute) - (east.hour * 60 + east.minute) in {3, 4, 5}
