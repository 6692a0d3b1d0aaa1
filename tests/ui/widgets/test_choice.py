"""A choice with long words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.choice import Choice

LONG = "Ring twice at the blue door beside the car park, then wait. " * 4


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    """A narrow form."""
    around = QWidget()
    QVBoxLayout(around)
    qtbot.addWidget(around)
    around.resize(200, 400)
    around.show()
    return around


def shown(around: QWidget, name: str, text: str) -> Choice:
    choice = Choice(name, text)
    layout = around.layout()
    assert layout is not None
    layout.addWidget(choice)
    layout.activate()
    return choice


def test_a_press_on_the_words_chooses_it(qtbot: QtBot, around: QWidget) -> None:
    choice = shown(around, "Notes, yours", LONG)

    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(150, 30))

    assert choice.button.isChecked()


def test_a_press_that_is_let_go_elsewhere_chooses_nothing(
    qtbot: QtBot, around: QWidget
) -> None:
    choice = shown(around, "Notes, yours", LONG)

    qtbot.mousePress(choice, Qt.MouseButton.LeftButton, pos=QPoint(150, 30))
    qtbot.mouseRelease(choice, Qt.MouseButton.LeftButton, pos=QPoint(150, -60))

    assert not choice.button.isChecked()


def test_long_words_wrap_and_none_are_cut(around: QWidget) -> None:
    choice = shown(around, "Notes, yours", LONG)

    assert choice.words.height() >= choice.words.heightForWidth(choice.words.width())


def test_a_screen_reader_hears_what_is_chosen_and_that_it_is_empty(
    around: QWidget,
) -> None:
    choice = shown(around, "Notes, theirs", "")

    name = QAccessible.queryAccessibleInterface(choice.button).text(
        QAccessible.Text.Name
    )

    assert name == "Notes, theirs: Nothing"
    assert choice.words.text() == "Nothing"
