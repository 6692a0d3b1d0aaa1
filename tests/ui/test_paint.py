"""The shapes keep inside their boxes, and hatching goes on without a seam."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui import paint, palettes, theme

pytestmark = pytest.mark.usefixtures("qapp")


def canvas(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    return image


def test_a_panel_stays_in_its_box() -> None:
    image = canvas(40, 30)
    painter = QPainter(image)
    paint.panel(painter, QRectF(5, 5, 30, 20), QColor("blue"), QColor("black"))
    painter.end()

    outside = {
        image.pixelColor(x, y).name()
        for x in range(40)
        for y in range(30)
        if not (5 <= x < 35 and 5 <= y < 25)
    }

    assert outside == {"#ffffff"}
    assert image.pixelColor(20, 15) == QColor("blue")


def test_a_panels_line_is_crisp() -> None:
    image = canvas(40, 30)
    painter = QPainter(image)
    paint.panel(painter, QRectF(0, 0, 40, 30), QColor("white"), QColor("black"))
    painter.end()

    assert image.pixelColor(20, 0) == QColor("black")
    assert image.pixelColor(20, 1) == QColor("white")


def test_hatching_repeats_without_a_seam(qapp: QApplication) -> None:
    c = theme.colours(palettes.light())
    image = canvas(64, 64)
    painter = QPainter(image)
    paint.hatch(painter, QRectF(0, 0, 64, 64), c)
    painter.end()

    for x in range(8, 48):
        here = image.pixelColor(x, 20).name()
        assert image.pixelColor(x + paint.STRIPE, 20).name() == here
    assert len({image.pixelColor(x, 20).name() for x in range(32)}) > 1


def test_a_block_begins_with_its_bar() -> None:
    tone = theme.colours(palettes.light()).own
    image = canvas(60, 20)
    painter = QPainter(image)
    paint.block(painter, QRectF(0, 0, 60, 20), tone)
    painter.end()

    assert image.pixelColor(2, 10) == tone.bar
    assert image.pixelColor(30, 10) == tone.fill


def test_a_block_shorter_than_its_bar_stays_short() -> None:
    tone = theme.colours(palettes.light()).own
    image = canvas(20, 20)
    painter = QPainter(image)
    paint.block(painter, QRectF(0, 0, 2, 20), tone)
    painter.end()

    assert image.pixelColor(5, 10) == QColor("white")
