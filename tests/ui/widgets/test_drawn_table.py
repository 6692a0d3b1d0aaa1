"""Drawn numbers by keys, aloud and copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import press, shown
from ui.widgets import drawn_table
from ui.widgets.heat_grid import HeatGrid

Key = Qt.Key


@pytest.fixture
def grid(qtbot: QtBot) -> HeatGrid:
    made = HeatGrid("Searches")
    qtbot.addWidget(made)
    made.show_table(shown("unmet").table("band"))
    made.resize(500, 200)
    made.show()
    return made


def test_arrows_go_from_number_to_number_and_say_each(
    grid: HeatGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(drawn_table, "announce", lambda _w, words: said.append(words))

    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Left):
        press(grid, key)

    assert said == [
        "Halton, 8\N{EN DASH}11am: 0",
        "Halton, 11am\N{EN DASH}2pm: 0",
        "Warrington, 11am\N{EN DASH}2pm: 0",
        "Warrington, 11am\N{EN DASH}2pm: 0",
        "Warrington, 8\N{EN DASH}11am: 2",
    ]


def test_all_numbers_are_copied_as_text_and_as_a_table(grid: HeatGrid) -> None:
    press(grid, Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    content = QGuiApplication.clipboard().mimeData()
    lines = content.text().splitlines()
    assert lines[0].split("\t")[1] == "8\N{EN DASH}11am"
    assert lines[1] == "Halton\t0\t0\t0\t9\t0"
    assert "<td>Warrington</td><td>2</td>" in content.html()


def test_a_screen_reader_hears_the_numbers(grid: HeatGrid) -> None:
    assert grid.accessibleName() == "Searches. Where no suitable room was found"
    assert "Halton: 0, 0, 0, 9, 0" in grid.accessibleDescription()


def test_enter_and_a_click_open_the_numbers(grid: HeatGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.opened):
        press(grid, Key.Key_Return)
    with qtbot.waitSignal(grid.opened):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton)


def test_hovering_says_a_number(grid: HeatGrid) -> None:
    for place, said in (
        (grid.box(0, 3).center(), "<p>Halton, 4\N{EN DASH}6pm: 9</p>"),
        (QPointF(1, 1), ""),
    ):
        none = Qt.MouseButton.NoButton
        where = QPointF(grid.mapToGlobal(place))
        plain = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, place, where, none, none, plain)
        QApplication.sendEvent(grid, move)
        assert grid.toolTip() == said


def test_nothing_to_show_is_no_trouble(grid: HeatGrid) -> None:
    grid.show_table(None)

    press(grid, Key.Key_Down)
    grid.grab()

    assert grid.rows() == 0
