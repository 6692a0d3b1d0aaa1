"""The ground of the map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from tests.ui.widgets.map_scene import ATLAS
from ui import palettes, theme
from ui.theme import Colours
from ui.widgets.map_ground import MapGround, outside, sea
from ui.widgets.map_view import MapView
from venues.atlas.atlas import Atlas
from venues.atlas.grid import NORTH, WEST

SIZE = QSize(500, 400)
VIEW = MapView(365_000, 370_000, 150, QSizeF(SIZE))


def painted(c: Colours) -> QImage:
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    MapGround(ATLAS).paint(painter, VIEW, c)
    painter.end()
    return picture


def spot(easting: int, northing: int) -> QPoint:
    return VIEW.spot(easting, northing).toPoint()


@pytest.mark.parametrize(
    "palette", [palettes.light, palettes.dark, palettes.high_contrast]
)
def test_land_water_and_what_lies_outside_differ(palette: object) -> None:
    c = theme.colours(palette())  # type: ignore[operator]

    picture = painted(c)

    assert picture.pixelColor(spot(355_000, 380_000)) == c.surface
    assert picture.pixelColor(spot(335_000, 380_000)) == sea(c)
    assert picture.pixelColor(spot(335_000, 345_000)) == outside(c)
    assert picture.pixelColor(spot(365_000, 370_000)) != c.surface
    assert sea(c) != c.surface


def test_it_shows_the_authorities_with_something_round_them() -> None:
    box = MapGround(ATLAS).box()

    assert box.contains(QRectF(340_000, 350_000, 55_000, 40_000))
    assert not box.contains(QPointF(330_000, 370_000))


def test_without_an_outline_it_has_no_bounds() -> None:
    assert MapGround(Atlas()).box().isEmpty()


def test_the_sea_goes_on_where_the_map_ends() -> None:
    ring = ((WEST, NORTH), (WEST, 380_000), (340_000, 380_000), (340_000, NORTH))
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    c = theme.colours(palettes.light())
    view = MapView(WEST, NORTH, 300, QSizeF(SIZE))

    MapGround(Atlas(waters=(ring,))).paint(painter, view, c)
    painter.end()

    for x, y in ((5, 5), (5, 250), (300, 5), (300, 250)):
        assert picture.pixelColor(x, y) == sea(c)
    assert picture.pixelColor(5, 395) == outside(c)
    assert picture.pixelColor(495, 5) == outside(c)
