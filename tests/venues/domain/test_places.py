"""Distances, drives, and the river between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain.places import METRES_PER_MILE, Point, drive_minutes

WIDNES = Point(351_200, 385_500)
HALE = Point(346_800, 382_300)
PENKETH = Point(356_500, 387_500)
WARRINGTON = Point(360_500, 388_500)
APPLETON = Point(362_500, 384_500)
RUNCORN = Point(351_500, 382_500)
FRODSHAM = Point(351_800, 377_800)
ELLESMERE_PORT = Point(340_500, 376_500)
CHESTER = Point(340_500, 366_500)

points = st.builds(Point, st.integers(320_000, 400_000), st.integers(340_000, 400_000))


def unhindered(start: Point, end: Point) -> float:
    """The drive without the river, in minutes."""
    return start.distance_to(end) / METRES_PER_MILE * 1.3 / 25 * 60 + 10


def test_a_distance_is_metres_in_a_straight_line() -> None:
    assert Point(0, 0).distance_to(Point(3000, 4000)) == 5000


@given(points, points)
def test_a_distance_is_the_same_both_ways(one: Point, other: Point) -> None:
    assert one.distance_to(other) == other.distance_to(one)


def test_five_miles_take_about_26_minutes() -> None:
    east = Point(WARRINGTON.easting + round(5 * METRES_PER_MILE), WARRINGTON.northing)

    assert drive_minutes(WARRINGTON, east) == 26


def test_staying_where_one_is_takes_no_time() -> None:
    assert drive_minutes(RUNCORN, RUNCORN) == 0


@pytest.mark.parametrize(
    ("north", "south"),
    [
        (WIDNES, RUNCORN),
        (WIDNES, FRODSHAM),
        (HALE, RUNCORN),
        (HALE, FRODSHAM),
        (PENKETH, RUNCORN),
        (WIDNES, ELLESMERE_PORT),
        (WIDNES, CHESTER),
    ],
)
def test_the_mersey_makes_the_drive_longer(north: Point, south: Point) -> None:
    longer = drive_minutes(north, south) - unhindered(north, south)

    assert 15 <= longer < 16


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WIDNES, HALE),
        (WIDNES, PENKETH),
        (WIDNES, WARRINGTON),
        (RUNCORN, FRODSHAM),
        (RUNCORN, APPLETON),
        (RUNCORN, CHESTER),
        (WARRINGTON, APPLETON),
        (ELLESMERE_PORT, CHESTER),
        (Point(338_800, 379_000), Point(350_500, 382_700)),  # over the bend and back
    ],
)
def test_a_drive_along_one_bank_is_as_long_as_it_looks(
    one: Point, other: Point
) -> None:
    assert drive_minutes(one, other) - unhindered(one, other) < 1


@given(points, points)
def test_a_drive_is_as_long_back_as_there(one: Point, other: Point) -> None:
    assert drive_minutes(one, other) == drive_minutes(other, one)
