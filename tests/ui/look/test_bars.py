"""Headings, tabs and progress are flat and say what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QLabel,
    QProgressBar,
    QSplitter,
    QTableWidget,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dressed
from ui import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


def count(image: QImage, name: str) -> int:
    return sum(
        image.pixelColor(x, y).name() == name
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.fixture
def header(qtbot: QtBot) -> Iterator[QHeaderView]:
    table = QTableWidget(2, 2)
    table.setHorizontalHeaderLabels(["Venue", "Rooms"])
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    header = table.horizontalHeader()
    header.setSortIndicatorShown(True)
    yield header
    table.close()


def test_a_heading_ends_in_a_hairline(
    header: QHeaderView, light: theme.Colours
) -> None:
    image = header.grab().toImage()

    assert image.pixelColor(50, image.height() - 1) == light.hairline
    assert image.pixelColor(3, 3) == light.raised


def test_the_order_is_shown_by_the_direction_of_an_arrow(header: QHeaderView) -> None:
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    rising = header.grab().toImage()

    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)

    assert header.grab().toImage() != rising


def test_the_open_tab_is_underlined(light: theme.Colours, qtbot: QtBot) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QLabel(), "Rooms")
    tabs.addTab(QLabel(), "Opening")
    tabs.resize(300, 100)
    tabs.show()
    bar = tabs.tabBar()

    image = bar.grab().toImage()
    foot = bar.tabRect(0).bottom()

    assert image.pixelColor(bar.tabRect(0).center().x(), foot) == light.accent_ink
    assert image.pixelColor(bar.tabRect(1).center().x(), foot) != light.accent_ink


def test_progress_is_as_long_as_what_is_done(
    light: theme.Colours, qtbot: QtBot
) -> None:
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    bar.setValue(25)
    quarter = count(bar.grab().toImage(), light.accent_ink.name())

    bar.setValue(75)
    most = count(bar.grab().toImage(), light.accent_ink.name())

    assert 2.5 < most / quarter < 3.5


def test_progress_without_an_end_does_not_pretend(
    light: theme.Colours, qtbot: QtBot
) -> None:
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.resize(200, 20)
    bar.setRange(0, 0)

    image = bar.grab().toImage()
    row = [image.pixelColor(x, 10) == light.accent_ink for x in range(200)]

    assert sum(here and not before for before, here in pairwise(row)) >= 2


def test_a_splitters_handle_is_quiet(light: theme.Colours, qtbot: QtBot) -> None:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QLabel())
    splitter.resize(300, 100)
    splitter.show()

    image = splitter.handle(1).grab().toImage()

    assert count(image, light.page.name()) == image.width() * image.height()
