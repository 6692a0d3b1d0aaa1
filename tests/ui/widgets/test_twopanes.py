"""A list and what is chosen of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.twopanes import TwoPanes


@pytest.fixture
def panes(qtbot: QtBot) -> TwoPanes:
    first, second = QWidget(), QLabel("Detail")
    first.setMinimumWidth(200)
    second.setMinimumWidth(150)
    made = TwoPanes(first, second, letters=10, shares=(3, 1))
    qtbot.addWidget(made)
    made.show()
    return made


def test_both_stand_beside_each_other_where_they_fit(panes: TwoPanes) -> None:
    panes.resize(800, 400)

    left, right = panes.sizes()
    assert panes.orientation() is Qt.Orientation.Horizontal
    assert left > 2 * right


def test_the_second_goes_below_where_they_do_not(panes: TwoPanes) -> None:
    panes.resize(300, 400)

    assert panes.orientation() is Qt.Orientation.Vertical
    assert panes.minimumSizeHint().width() <= 200
