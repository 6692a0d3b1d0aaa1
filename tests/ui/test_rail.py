"""The rail names every page, its keys and what waits there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.rail import Item, Rail

ITEMS = [
    Item("today", "Today", "calendar-check", "Ctrl+1"),
    Item("find", "Find a room", "search", "Ctrl+2"),
    Item("help", "Help", "circle-help", "F1", foot=True),
]


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    made.offer(ITEMS)
    made.resize(made.sizeHint().width(), 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_press_chooses_and_keeps_its_mark(rail: Rail, qtbot: QtBot) -> None:
    rail.mark("find")

    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.button("find"), Qt.MouseButton.LeftButton)

    assert chosen.args == ["find"]
    assert rail.button("find").isChecked()


def test_screen_readers_hear_what_waits(rail: Rail) -> None:
    rail.count("today", 3)

    spoken = QAccessible.queryAccessibleInterface(rail.button("today"))
    assert spoken.text(QAccessible.Text.Name) == "Today, 3 waiting"
    assert spoken.text(QAccessible.Text.Description) == "Ctrl+1"


def test_arrows_go_from_page_to_page(rail: Rail, qtbot: QtBot) -> None:
    rail.button("find").setFocus()

    qtbot.keyClick(rail.button("find"), Qt.Key.Key_Down)
    assert rail.button("help").hasFocus()

    qtbot.keyClick(rail.button("help"), Qt.Key.Key_Down)
    assert rail.button("today").hasFocus()


def test_help_stands_at_the_foot(rail: Rail) -> None:
    assert rail.button("help").y() > rail.button("find").geometry().bottom() + 100


def test_no_title_is_cut(rail: Rail) -> None:
    for item in ITEMS:
        button = rail.button(item.key)
        assert button.width() >= button.sizeHint().width()


def test_the_full_width_is_known_while_it_is_narrow(rail: Rail) -> None:
    wide = rail.full_width()

    rail.collapse(on=True)

    assert rail.full_width() == wide
    assert rail.sizeHint().width() < wide / 2


def test_counts_are_drawn_wide_and_narrow(rail: Rail) -> None:
    plain = rail.grab().toImage()

    rail.count("today", 120)
    counted = rail.grab().toImage()
    rail.collapse(on=True)

    assert counted != plain
    assert rail.grab().toImage() != counted


def test_a_count_for_a_page_that_is_not_there_is_ignored(rail: Rail) -> None:
    rail.count("evidence", 3)

    assert rail.button("today").accessibleName() == "Today"
