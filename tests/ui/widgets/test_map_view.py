"""Which part of the country a map shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.widgets.map_view import CLOSEST, MapView
from venues.domain.places import METRES_PER_MILE, Point

SIZE = QSizeF(600, 400)
VIEW = MapView(360_000, 370_000, 100, SIZE)
pixels = st.floats(0, 600)


def close(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < 0.01


def test_north_is_up_and_east_is_right() -> None:
    assert VIEW.spot(360_000, 370_000) == QPointF(300, 200)
    assert VIEW.spot(361_000, 371_000) == QPointF(310, 190)


@given(pixels, pixels)
def test_a_spot_and_its_place_on_the_ground_belong_together(x: float, y: float) -> None:
    place = VIEW.ground(QPointF(x, y))

    assert close(VIEW.spot(*place), QPointF(x, y))
    assert close(VIEW.transform().map(QPointF(*place)), QPointF(x, y))


@given(pixels, pixels, st.floats(0.2, 5))
def test_zooming_keeps_what_is_at_the_spot(x: float, y: float, factor: float) -> None:
    spot = QPointF(x, y)

    zoomed = VIEW.zoomed(factor, spot, 150)

    assert close(zoomed.spot(*VIEW.ground(spot)), spot)
    assert CLOSEST <= zoomed.scale <= 150


def test_all_of_a_box_fits_with_its_margin() -> None:
    box = QRectF(340_000, 350_000, 60_000, 30_000)

    view = MapView.fitting(box, SIZE, 20)

    assert view.spot(340_000, 380_000).x() == pytest.approx(20)
    assert view.spot(400_000, 350_000).x() == pytest.approx(580)
    assert view.spot(340_000, 350_000).y() <= 380


def test_one_place_is_shown_no_closer_than_makes_sense() -> None:
    view = MapView.fitting(QRectF(360_000, 370_000, 0, 0), SIZE)

    assert view.scale == CLOSEST


def test_moving_looks_that_way() -> None:
    assert VIEW.moved(10, 5).spot(360_000, 370_000) == QPointF(290, 195)


def test_nobody_gets_lost() -> None:
    box = QRectF(350_000, 360_000, 20_000, 20_000)

    view = VIEW.moved(9000, 9000).within(box)

    assert (view.easting, view.northing) == (370_000, 360_000)
    assert VIEW.within(box) == VIEW


def test_what_is_well_in_view_moves_nothing() -> None:
    assert VIEW.showing(Point(361_000, 370_000), 50) == VIEW

    moved = VIEW.showing(Point(400_000, 370_000), 50)

    assert moved.spot(400_000, 370_000) == QPointF(300, 200)


def test_another_window_keeps_the_middle() -> None:
    view = VIEW.sized(QSizeF(200, 100))

    assert view.spot(360_000, 370_000) == QPointF(100, 50)


@pytest.mark.parametrize(
    ("scale", "miles"), [(100, 5), (1000, 20), (4, 0.25), (0.5, 0.1)]
)
def test_the_scale_bar_is_as_long_as_has_room(scale: float, miles: float) -> None:
    found, wide = MapView(0, 0, scale, SIZE).bar(150)

    assert found == miles
    assert wide == pytest.approx(miles * METRES_PER_MILE / scale)
