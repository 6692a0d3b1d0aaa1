"""Venues on the ground."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.map_scene import ATLAS, NOWHERE, PINS
from ui import palettes
from ui.widgets.map_stage import WHOLE, MapStage, bounds


@pytest.fixture
def stage(qtbot: QtBot) -> MapStage:
    made = MapStage()
    qtbot.addWidget(made)
    made.resize(600, 450)
    made.show_pins((*PINS, NOWHERE))
    made.lay(ATLAS)
    made.show()
    return made


def inside(stage: MapStage, easting: int, northing: int) -> bool:
    return QRectF(stage.rect()).contains(stage.view.spot(easting, northing))


def test_all_of_the_authorities_is_seen_at_first(stage: MapStage) -> None:
    assert inside(stage, 340_000, 350_000)
    assert inside(stage, 395_000, 390_000)


def test_it_goes_on_fitting_until_somebody_moves_it(stage: MapStage) -> None:
    stage.resize(300, 300)

    assert inside(stage, 395_000, 390_000)

    stage.zoom_in()
    before = stage.view
    stage.resize(500, 300)

    assert stage.view.scale == before.scale
    assert stage.view.easting == before.easting


def test_fitting_again_shows_all(stage: MapStage) -> None:
    whole = stage.view
    stage.zoom_in()
    stage.move_by(50, 50)
    assert stage.view != whole

    stage.fit()

    assert stage.view == whole


def test_it_cannot_be_moved_or_zoomed_out_of_sight(stage: MapStage) -> None:
    for _ in range(30):
        stage.zoom_out()
        stage.move_by(400, 400)

    assert WHOLE.contains(QPointF(stage.view.easting, stage.view.northing))
    assert stage.view.bar(150)[0] <= 20


def test_what_is_chosen_comes_into_view(stage: MapStage) -> None:
    for _ in range(6):
        stage.zoom_in()
    stage.choose(1)

    assert stage.chosen_id == 1
    assert inside(stage, 350_000, 380_000)
    before = stage.view
    stage.choose(1)
    assert stage.view == before


def test_zooming_stays_with_what_is_chosen(stage: MapStage) -> None:
    stage.choose(2)
    before = stage.where(2)

    stage.zoom_in()

    after = stage.where(2)
    assert before is not None
    assert after is not None
    assert (after - before).manhattanLength() < 1


def test_zooming_goes_to_the_middle_if_the_chosen_one_is_far(stage: MapStage) -> None:
    stage.choose(1)
    for _ in range(5):
        stage.zoom_by(1.5, stage.view.spot(385_000, 380_000))
    before = stage.view

    stage.zoom_in()

    assert stage.view.easting == pytest.approx(before.easting)


def test_a_venue_without_a_position_is_nowhere(stage: MapStage) -> None:
    before = stage.view

    stage.choose(NOWHERE.id)

    assert stage.chosen_id is None
    assert stage.where(NOWHERE.id) is None
    assert stage.view == before


def test_without_an_outline_the_venues_are_fitted(qtbot: QtBot) -> None:
    stage = MapStage()
    qtbot.addWidget(stage)
    stage.resize(600, 450)
    stage.show_pins(PINS)

    assert inside(stage, 350_000, 380_000)
    assert inside(stage, 385_000, 355_500)
    assert not stage.grab().isNull()

    stage.show_pins(())
    assert stage.view.scale > 100


def test_it_is_painted_in_each_palette(stage: MapStage) -> None:
    stage.choose(3)
    pictures = []
    for palette in (palettes.light(), palettes.dark(), palettes.high_contrast()):
        stage.setPalette(palette)
        pictures.append(stage.grab().toImage())

    assert pictures[0] != pictures[1] != pictures[2]


def test_larger_text_makes_larger_marks(stage: MapStage) -> None:
    before = stage.radius
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 2)

    stage.setFont(font)

    assert stage.radius > before * 1.8
    assert not stage.grab().isNull()


def test_the_name_of_the_chosen_one_stays_in_the_window(stage: MapStage) -> None:
    stage.choose(2)
    for _ in range(3):
        stage.zoom_in()
    spot = stage.where(2)
    assert spot is not None
    stage.move_by(-(stage.width() - 20 - spot.x()), 0)

    assert not stage.grab().isNull()


def test_bounds_leave_out_what_is_nowhere() -> None:
    assert bounds((*PINS[:2], NOWHERE)) == QRectF(350_000, 380_000, 35_000, 0)
