"""The scale bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import palettes, theme
from ui.widgets.map_scale import paint_scale, words
from ui.widgets.map_view import MILES, MapView

SIZE = QSize(500, 400)


@pytest.mark.parametrize(
    ("miles", "said"),
    [(20, "20 miles"), (2, "2 miles"), (1, "1 mile"), (0.5, "½ mile")],
)
def test_a_length_is_said_in_miles(miles: float, said: str) -> None:
    assert words(miles) == said


def test_every_length_has_words() -> None:
    assert all("0." not in words(miles) for miles in MILES)


def test_it_stands_at_the_bottom_left_only(qtbot: QtBot) -> None:
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.magenta)
    painter = QPainter(picture)
    c = theme.colours(palettes.light())
    view = MapView(360_000, 370_000, 100, QSizeF(SIZE))

    paint_scale(painter, view, c, QApplication.font(), 12)
    painter.end()

    changed = [
        (x, y)
        for x in range(0, 500, 2)
        for y in range(0, 400, 2)
        if picture.pixelColor(x, y) != Qt.GlobalColor.magenta
    ]
    assert changed
    assert max(x for x, _ in changed) < 250
    assert min(y for _, y in changed) > 340
