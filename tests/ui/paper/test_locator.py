"""A small map on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests import paper_sheets as sheets
from tests import pdf
from ui.paper import locator, write_pdf
from ui.paper.lettering import POINT, Lettering
from ui.paper.locator import LEAST, Locator, ground
from venues.atlas.atlas import Atlas
from venues.atlas.towns import Town
from venues.domain.places import Point
from venues.domain.sheets import DirectionsSheet, Sheet
from venues.gazetteer import ATTRIBUTION
from venues.postcode_list import ListMissing

HERE = Point(360_000, 388_000)
ATLAS = Atlas(
    waters=(((359_000, 387_000), (361_000, 387_000), (360_000, 385_000)),),
    rivers=(((352_000, 390_000), (368_000, 391_000)),),
    towns=(
        Town("Warrington", Point(363_000, 388_000)),
        Town("Hidden", Point(363_100, 388_000)),
        Town("Far Away", Point(460_000, 388_000)),
    ),
)
WAY = DirectionsSheet(
    sheets.head(Sheet.DIRECTIONS, title="How to find Weaver Hall"),
    (("Bus", ("Stop 90 metres away",)),),
    HERE,
    "Weaver Hall",
)


def test_the_venue_stands_among_the_towns_that_have_room(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.paper.directions_list.ground", lambda: ATLAS)
    path = tmp_path / "way.pdf"

    write_pdf([WAY], path)

    (page,) = pdf.pages(path)
    assert page.text.count("Weaver Hall") == 2
    assert "Warrington" in page.text
    assert "Hidden" not in page.text
    assert "Far Away" not in page.text
    assert "1 mile, north is up" in page.text
    assert ATTRIBUTION.split(". ", maxsplit=1)[0] in page.text


def test_without_the_postcodes_there_is_no_map(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Atlas:
        raise ListMissing("The list of postcodes is not there.")

    monkeypatch.setattr(locator.Atlas, "open", missing)
    path = tmp_path / "way.pdf"

    write_pdf([WAY], path)

    assert ground() is None
    assert "north" not in pdf.text(path)


def test_where_little_is_left_it_does_not_fit(qapp: QApplication) -> None:
    small = Locator(ATLAS, HERE, "Weaver Hall", Lettering())
    wide = 540 * POINT

    assert small.fits(QRectF(0, 0, wide, 300 * POINT))
    assert not small.fits(QRectF(0, 0, wide, LEAST))


def test_water_is_grey_and_the_venue_black(qapp: QApplication) -> None:
    made = Locator(ATLAS, HERE, "", Lettering())
    image = QImage(540 * 2, 300 * 2, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    painter.scale(2 / POINT, 2 / POINT)

    made.paint(painter, QRectF(0, 0, 540 * POINT, 300 * POINT))
    painter.end()

    down = round(540 * 2 * 0.45 / 2)
    assert image.pixelColor(540, down).name() == "#000000"
    water = image.pixelColor(540, down + 80)
    assert water.red() == water.blue()
    assert 200 < water.red() < 240
