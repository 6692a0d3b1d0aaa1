"""The larger a number, the darker its cell; every number can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import shown
from ui import palettes
from ui.contrast import contrast, luminance
from ui.theme import colours
from ui.widgets.heat_grid import HeatGrid


def drawn(qtbot: QtBot, palette: QPalette, *, goes_well: bool = False) -> HeatGrid:
    grid = HeatGrid("Searches", goes_well=goes_well)
    qtbot.addWidget(grid)
    grid.setPalette(palette)
    grid.show_table(shown("unmet").table("band"))
    grid.resize(grid.sizeHint())
    return grid


def ground(grid: HeatGrid, row: int, column: int) -> QColor:
    box = grid.box(row, column)
    return QColor(
        grid.grab().toImage().pixel(round(box.left()) + 4, round(box.top()) + 4)
    )


@pytest.mark.parametrize("goes_well", [False, True])
def test_a_larger_number_stands_out_more(qtbot: QtBot, *, goes_well: bool) -> None:
    palette = palettes.light()
    grid = drawn(qtbot, palette, goes_well=goes_well)

    most, some, none = (ground(grid, *at) for at in ((0, 3), (1, 0), (0, 0)))

    assert luminance(most) < luminance(some) < luminance(none)
    assert contrast(most, colours(palette).surface) > 3


def test_high_contrast_says_it_with_a_bar(qtbot: QtBot) -> None:
    grid = drawn(qtbot, palettes.high_contrast())

    picture, box = grid.grab().toImage(), grid.box(0, 3)

    foot = QColor(picture.pixel(round(box.center().x()), round(box.bottom()) - 3))
    assert foot == QColor("white")
    assert ground(grid, 0, 3) == QColor("black")


def test_it_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    grid = drawn(qtbot, palettes.light())

    assert grid.box(1, 0).bottom() <= grid.sizeHint().height()
    assert grid.box(0, 4).right() <= grid.width()
