"""The layer of venues on a map."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from tests.ui.widgets.map_scene import NOWHERE, PINS, pin
from ui.widgets.map_pins import Group, MapPins, join, spread
from ui.widgets.map_view import CLOSEST, MapView

FAR = MapView(370_000, 370_000, 100, QSizeF(600, 400))
NEAR = MapView(370_500, 355_500, CLOSEST, QSizeF(600, 400))
RADIUS = 10
places = st.lists(
    st.tuples(st.integers(0, 9000), st.integers(0, 9000)), max_size=60, unique=True
)


@pytest.fixture
def layer() -> MapPins:
    made = MapPins()
    made.show((*PINS, NOWHERE))
    return made


def ids(groups: tuple[Group, ...]) -> list[list[int]]:
    return sorted([each.id for each in group.pins] for group in groups)


@given(places)
def test_joined_venues_stand_apart_and_none_is_lost(
    spots: list[tuple[int, int]],
) -> None:
    pins = [pin(number, *spot) for number, spot in enumerate(spots)]

    groups = join(pins, 700)

    assert sorted(each.id for group in groups for each in group.pins) == sorted(
        each.id for each in pins
    )
    for one, other in combinations(groups, 2):
        apart = hypot(one.easting - other.easting, one.northing - other.northing)
        assert apart >= 700


def test_venues_in_one_street_are_one_until_they_stand_apart(layer: MapPins) -> None:
    assert ids(layer.groups(FAR, RADIUS, None)) == [[1], [2], [3, 4, 5]]

    assert ids(layer.groups(NEAR, RADIUS, None)) == [[1], [2], [3], [4], [5]]


def test_the_chosen_one_always_stands_alone_and_on_top(layer: MapPins) -> None:
    groups = layer.groups(FAR, RADIUS, 4)

    assert ids(groups) == [[1], [2], [3, 5], [4]]
    assert [each.id for each in groups[-1].pins] == [4]
    assert ids(layer.groups(FAR, RADIUS, 1)) == [[1], [2], [3, 4, 5]]


def test_venues_at_one_place_are_spread_at_the_closest() -> None:
    layer = MapPins()
    layer.show([pin(number, 370_500, 355_500) for number in range(7)])

    groups = layer.groups(NEAR, RADIUS, None)

    spots = [NEAR.spot(each.easting, each.northing) for each in groups]
    assert len(spots) == 7
    for one, other in combinations(spots, 2):
        assert hypot(one.x() - other.x(), one.y() - other.y()) >= 2 * RADIUS


def test_one_alone_is_not_spread() -> None:
    group = Group((PINS[0],), 1, 2)

    assert spread(group, RADIUS, 4) == [group]


def test_a_spot_finds_the_topmost_mark(layer: MapPins) -> None:
    spot = FAR.spot(370_500, 355_500)

    found = layer.at(spot, FAR, RADIUS, 4)

    assert found is not None
    assert [each.id for each in found.pins] == [4]
    assert layer.at(QPointF(5, 5), FAR, RADIUS, 4) is None


def test_marks_in_view_keep_their_place_whichever_is_chosen(layer: MapPins) -> None:
    before = layer.boxes(FAR, RADIUS)

    layer.groups(FAR, RADIUS, 4)

    assert layer.boxes(FAR, RADIUS) == before
    assert len(before) == 3
    assert layer.boxes(FAR.moved(5000, 0), RADIUS) == []


def test_other_venues_take_the_place_of_those_before(layer: MapPins) -> None:
    layer.groups(FAR, RADIUS, 1)

    layer.show(PINS[:1])

    assert ids(layer.groups(FAR, RADIUS, 1)) == [[1]]
    assert layer.letters == {"library": "L"}
