"""The names on the map."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.map_scene import ATLAS
from ui import palettes, theme
from ui.widgets.map_ground import MapGround
from ui.widgets.map_names import NAMED, Taken, paint_areas, paint_towns
from ui.widgets.map_view import MapView
from venues.atlas.atlas import NAMES, Atlas
from venues.atlas.towns import Town
from venues.domain.places import Point

SIZE = QSize(500, 400)
VIEW = MapView(365_000, 370_000, 150, QSizeF(SIZE))


class Noted(Taken):
    """Remembers the boxes of the names that are written."""

    def __init__(self, boxes: Iterable[QRectF]) -> None:
        self.all: list[QRectF] = []
        super().__init__(boxes)

    def add(self, box: QRectF) -> None:
        """Note it as well."""
        self.all.append(box)
        super().add(box)


def written(
    towns: tuple[Town, ...], boxes: list[QRectF], areas: dict[str, QPainterPath]
) -> list[QRectF]:
    """The boxes of the names that are written."""
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    look = theme.colours(palettes.light()), QApplication.font()
    taken = Noted(boxes)
    paint_towns(painter, VIEW, towns, taken, look)
    paint_areas(painter, VIEW, areas, taken, look)
    painter.end()
    return taken.all[len(boxes) :]


def test_a_town_has_its_name_beside_it(qtbot: QtBot) -> None:
    boxes = written(ATLAS.towns, [], {})

    assert len(boxes) == 2
    for box, town in zip(boxes, ATLAS.towns, strict=True):
        spot = VIEW.spot(town.point.easting, town.point.northing)
        assert not box.contains(spot)
        assert box.adjusted(-30, -30, 30, 30).contains(spot)


def test_names_cover_neither_marks_nor_one_another(qtbot: QtBot) -> None:
    towns = tuple(
        Town(f"Town {n}", Point(365_000 + 900 * n, 370_000)) for n in range(9)
    )
    mark = QRectF(0, 0, 24, 24)
    mark.moveCenter(QPointF(250, 200))

    boxes = written(towns, [mark], {})

    assert 0 < len(boxes) < len(towns)
    for one, other in combinations([mark, *boxes], 2):
        assert not one.intersects(other)


def test_an_authority_is_named_where_its_name_fits_inside(qtbot: QtBot) -> None:
    areas = MapGround(ATLAS).areas
    small = QPainterPath()
    small.addRect(QRectF(350_000, 370_000, 2000, 2000))

    assert len(written((), [], areas)) == 2
    assert written((), [], dict.fromkeys(areas, small)) == []
    assert written((), [QRectF(0, 0, 500, 400)], areas) == []


@pytest.mark.parametrize("code", list(NAMED))
def test_a_name_stands_inside_its_authority(code: str) -> None:
    atlas = Atlas.open()
    name, easting, northing = NAMED[code]

    inside = [area.code for area in atlas.areas if area.holds(Point(easting, northing))]

    assert inside == [code]
    assert name.replace("\n", " ") == NAMES[code].upper()


@given(st.lists(st.tuples(*[st.integers(-90, 300)] * 2, *[st.integers(1, 120)] * 2)))
def test_a_box_is_free_where_it_meets_no_other(
    boxes: list[tuple[int, int, int, int]],
) -> None:
    made = [QRectF(*box) for box in boxes]
    wanted = QRectF(100, 100, 70, 20)

    free = Taken(made).free(wanted)

    assert free == (not any(wanted.intersects(box) for box in made))
