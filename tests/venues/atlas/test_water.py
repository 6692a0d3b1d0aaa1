"""The estuaries, as far as they are written down."""

from __future__ import annotations

import pytest

from venues.atlas import water
from venues.atlas.water import Reach
from venues.domain.places import Point

WIDE, NARROW = Reach(Point(0, 0), 100), Reach(Point(1000, 0), 20)


@pytest.mark.parametrize(
    ("point", "inside"),
    [
        ((0, 99), True),
        ((0, 101), False),
        ((500, 59), True),
        ((500, 61), False),
        ((1000, -19), True),
        ((1021, 0), False),
        ((-60, 60), True),
    ],
)
def test_the_water_narrows_from_one_end_to_the_other(
    point: tuple[float, float],
    inside: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert water.wet(point, WIDE, NARROW) is inside


def test_stretches_join_each_point_to_the_next() -> None:
    pairs = list(water.reaches())

    assert len(pairs) == sum(len(each) - 1 for each in water.WATERS)
    assert all(one != other for one, other in pairs)


def test_rivers_run_on_from_the_estuaries() -> None:
    mersey, dee = water.RIVERS

    assert mersey[-1] == water.UPPER_MERSEY[-1]
    assert dee[0] == water.DEE[0]
