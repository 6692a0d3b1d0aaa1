"""Cards are surfaces with round corners, whatever fills them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dressed
from ui import theme
from ui.widgets.card import Card, FlushCard, Hairline, Scroller


@pytest.fixture
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


def test_a_card_is_a_surface_with_round_corners(
    light: theme.Colours, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    card = Card("Checks")
    card.add(QLabel("Free"))
    layout.addWidget(card)
    page.resize(200, 120)

    image = page.grab().toImage()

    assert image.pixelColor(100, 100) == light.surface
    assert image.pixelColor(0, 0) == light.page
    assert image.pixelColor(100, 0) == light.hairline
    assert card.heading.text() == "Checks"


def test_what_fills_a_card_does_not_cover_its_corners(
    light: theme.Colours, qtbot: QtBot
) -> None:
    card = FlushCard()
    qtbot.addWidget(card)
    filling = QLabel()
    filling.setAutoFillBackground(True)
    palette = filling.palette()
    palette.setColor(palette.ColorRole.Window, QColor("red"))
    filling.setPalette(palette)
    card.add(filling, 1)
    card.resize(200, 120)
    card.show()

    image = card.grab().toImage()

    assert image.pixelColor(100, 60) == QColor("red")
    assert image.pixelColor(0, 0) == light.page
    assert image.pixelColor(100, 0) == light.hairline


def test_a_hairline_is_one_line_high(light: theme.Colours, qtbot: QtBot) -> None:
    line = Hairline()
    qtbot.addWidget(line)
    line.resize(50, 1)

    assert line.grab().toImage().pixelColor(20, 0) == light.hairline
    assert line.height() == 1


def test_a_scroller_shows_the_ground_behind_it(
    light: theme.Colours, qtbot: QtBot
) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.add(Scroller(QLabel("Free")), 1)
    card.resize(200, 120)
    card.show()

    assert card.grab().toImage().pixelColor(150, 100) == light.surface
