"""Which authority each square of land belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from venues.atlas import grid
from venues.atlas.grid import CELL, EAST, NORTH, SOUTH, WATER, WEST

INLAND = 370_000, 360_000
LIVERPOOL_BAY = 315_100, 400_100


def at(squares: bytearray, place: tuple[float, float]) -> int:
    return squares[grid.square(*place)]


def test_land_goes_to_the_nearest_postcode() -> None:
    east, north = INLAND
    squares = grid.made([(east - 3000, north, 3), (east + 3000, north, 4)])

    assert at(squares, (east - 800, north)) == 3
    assert at(squares, (east + 800, north)) == 4


def test_in_one_square_the_authority_with_most_postcodes_counts() -> None:
    east, north = INLAND
    near = [(east + 1, north + 1, 2), (east + 2, north + 2, 3), (east + 3, north, 3)]

    squares = grid.made([*near, (east + 9000, north, 4)])

    assert at(squares, INLAND) == 3


def test_land_without_postcodes_is_no_hole() -> None:
    east, north = INLAND
    ring = [
        (east + x, north + y, 3)
        for x in range(-6000, 6001, 200)
        for y in range(-6000, 6001, 200)
        if max(abs(x), abs(y)) == 6000
    ]

    squares = grid.made(ring)

    assert at(squares, INLAND) == 3
    assert set(squares) <= {3, WATER, grid.EDGE}


def test_a_small_patch_cut_off_goes_to_whoever_is_round_it() -> None:
    east, north = INLAND
    field = [
        (east + x, north + y, 4)
        for x in range(-2000, 2001, 200)
        for y in range(-2000, 2001, 200)
    ]
    squares = grid.made([*field, *[(east, north, 2)] * 3])

    assert at(squares, INLAND) == 4


def test_the_sea_belongs_to_nobody_unless_somebody_lives_there() -> None:
    east, north = LIVERPOOL_BAY

    assert at(grid.made([(*INLAND, 3)]), LIVERPOOL_BAY) == WATER
    island = [
        (east + x, north + y, 0) for x in range(0, 801, 200) for y in range(0, 801, 200)
    ]
    assert at(grid.made(island), LIVERPOOL_BAY) != WATER


@pytest.mark.parametrize(
    "place", [(WEST - 1, SOUTH), (EAST, SOUTH), (WEST, SOUTH - 1), (WEST, NORTH)]
)
def test_postcodes_beyond_the_map_are_left_out(place: tuple[int, int]) -> None:
    squares = grid.made([(*INLAND, 3), (*place, 4)])

    assert 4 not in squares


@given(
    st.integers(WEST, EAST - 1),
    st.integers(SOUTH, NORTH - 1),
)
@settings(max_examples=200)
def test_a_square_holds_the_places_that_are_in_it(east: int, north: int) -> None:
    west, south = grid.place(grid.square(east, north))

    assert west <= east < west + CELL
    assert south <= north < south + CELL
