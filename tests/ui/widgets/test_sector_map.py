"""Sectors on the map, told apart by shape, and said in words."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui import palettes
from ui.theme import colours
from ui.widgets.sector_map import SectorMap
from venues.domain.places import Point
from venues.services.evidence.coverage import Reach
from venues.services.evidence.scope import Sector
from venues.services.venue_pins import Pin

NEAR = Reach(Sector("WA2 9", Point(363_000, 390_000), 1), 1, 1609, 4828)
FAR = Reach(Sector("WA16 7", Point(365_500, 389_000), 1), None, None, 8047)
HUB = Pin(1, "Millbrook", "library", "Warrington", "active", Point(364_000, 390_000))


def drawn(qtbot: QtBot) -> SectorMap:
    made = SectorMap()
    qtbot.addWidget(made)
    made.setPalette(palettes.light())
    made.resize(600, 500)
    made.show_pins([HUB])
    made.show_reaches([NEAR, FAR])
    made.fit()
    made.show()
    return made


def test_a_sector_in_reach_is_full_and_another_has_a_cross(qtbot: QtBot) -> None:
    made = drawn(qtbot)
    c, picture = colours(made.palette()), made.grab().toImage()

    def ink(reach: Reach, off: float) -> QColor:
        point = reach.sector.point
        spot = made.view.spot(point.easting, point.northing).toPoint()
        return QColor(picture.pixel(spot.x() + round(off), spot.y()))

    assert ink(NEAR, 0) == c.good.ink
    assert ink(FAR, made.fontMetrics().height() * 0.2) != c.bad.ink
    assert ink(FAR, 0) != c.surface


def test_hovering_says_the_way_or_that_there_is_none(qtbot: QtBot) -> None:
    made = drawn(qtbot)

    def tip(point: Point) -> str:
        return made.tip(made.view.spot(point.easting, point.northing))

    assert tip(NEAR.sector.point) == "WA2 9: 1.0 miles to Millbrook"
    assert tip(FAR.sector.point) == "WA16 7: nothing suitable within 5 miles"
    assert HUB.point is not None
    assert tip(HUB.point) == "Millbrook, Warrington"
    assert tip(Point(364_000, 388_500)) == ""
