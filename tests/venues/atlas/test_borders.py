"""Borders, traced and made simple."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from venues.atlas import borders, grid
from venues.atlas.borders import Border, Spot
from venues.atlas.grid import EDGE, TALL, WIDE

spots = st.tuples(st.integers(0, 20_000), st.integers(0, 20_000))


def squares(*rectangles: tuple[int, int, int, int, int]) -> bytearray:
    """An empty grid with rectangles: first column and row, size, whose they are."""
    made = bytearray(WIDE * TALL)
    made[:WIDE] = bytes([EDGE]) * WIDE
    for column, row, wide, tall, whose in rectangles:
        for line in range(row, row + tall):
            start = line * WIDE + column
            made[start : start + wide] = bytes([whose]) * wide
    return made


def area(ring: tuple[Spot, ...]) -> float:
    """Square metres inside a closed line, by its corners."""
    return abs(sum(a * d - c * b for (a, b), (c, d) in pairwise((*ring, ring[0]))) / 2)


def test_a_lonely_patch_has_one_border_all_round() -> None:
    (border,) = borders.trace(squares((20, 20, 50, 30, 3)))

    assert {border.left, border.right} == {0, 3}
    assert border.line[0] == border.line[-1]
    (ring,) = borders.rings([border], 3)
    assert abs(area(ring) / (10_000 * 6_000) - 1) < 0.02


def test_neighbours_share_one_border() -> None:
    traced = borders.trace(squares((20, 20, 30, 30, 1), (50, 20, 30, 30, 2)))

    shared = [each for each in traced if {each.left, each.right} == {1, 2}]
    assert len(shared) == 1
    assert len(traced) == 3
    rings = [borders.rings(traced, whose) for whose in (1, 2)]
    assert [len(each) for each in rings] == [1, 1]
    assert set(shared[0].line) <= set(rings[0][0]) & set(rings[1][0])


def test_a_hole_is_a_ring_of_its_own() -> None:
    traced = borders.trace(squares((20, 20, 60, 60, 1), (40, 40, 15, 15, 2)))

    assert len(borders.rings(traced, 1)) == 2
    assert len(borders.rings(traced, 2)) == 1


def test_patches_that_touch_at_a_corner_stay_whole() -> None:
    traced = borders.trace(squares((20, 20, 20, 20, 1), (40, 40, 20, 20, 1)))

    rings = borders.rings(traced, 1)
    assert abs(sum(map(area, rings)) / (2 * 4000 * 4000) - 1) < 0.05


def test_left_is_left_whichever_way_it_goes() -> None:
    for border in borders.trace(squares((20, 20, 20, 20, 1))):
        turned = sum(a * d - c * b for (a, b), (c, d) in pairwise(border.line))
        assert (turned > 0) == (border.left == 1)


@given(st.lists(spots, min_size=2, max_size=40))
def test_a_simple_line_keeps_its_ends_and_stays_near(line: list[Spot]) -> None:
    made = borders.simple(line, 300)

    assert made[0] == line[0]
    assert made[-1] == line[-1]
    for spot in line:
        near = (borders.distance(spot, a, b) for a, b in pairwise(made))
        assert min(near) <= 300.001


@given(st.lists(spots, min_size=2, max_size=20))
def test_rounding_keeps_the_ends_and_cuts_no_more_than_it_may(
    line: list[Spot],
) -> None:
    made = borders.rounded(line, 100)

    assert made[0] == line[0]
    assert made[-1] == line[-1]
    for corner in line:
        assert min(borders.distance(corner, a, b) for a, b in pairwise(made)) <= 101


def test_a_straight_line_needs_two_points() -> None:
    assert borders.simple([(0, 0), (10, 0), (20, 1), (30, 0)]) == [(0, 0), (30, 0)]


def test_a_border_knows_where_it_meets_others() -> None:
    traced = borders.trace(squares((20, 20, 30, 30, 1), (50, 20, 30, 30, 2)))

    ends = {(each.first, each.last) for each in traced}
    assert len({end for pair in ends for end in pair}) == 2
    assert all(isinstance(each, Border) for each in traced)
    assert grid.place(traced[0].first) == traced[0].line[0]
