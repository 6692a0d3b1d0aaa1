"""Buttons have names, show the keyboard, and differ by what they are for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dressed
from ui import theme
from ui.widgets.buttons import Button, IconButton, LinkButton, PrimaryButton


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


@pytest.mark.parametrize("kind", [Button, PrimaryButton, LinkButton])
def test_a_button_is_pressed_by_mouse_and_space(
    kind: type[Button], qtbot: QtBot
) -> None:
    button = kind("Book")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert pressed == [True, True]


@pytest.mark.parametrize("kind", [Button, PrimaryButton, LinkButton])
def test_the_keyboard_is_seen(kind: type[Button], qtbot: QtBot) -> None:
    button = kind("Book")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    focused = button.grab().toImage()

    button.clearFocus()

    assert button.grab().toImage() != focused


def test_an_icon_makes_a_button_wider(qtbot: QtBot) -> None:
    plain, drawn = Button("Print"), Button("Print", icon="printer")
    for button in (plain, drawn):
        qtbot.addWidget(button)

    assert drawn.sizeHint().width() >= plain.sizeHint().width() + 16
    assert drawn.sizeHint().height() == plain.sizeHint().height()


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("chevron-left", "Earlier")
    qtbot.addWidget(button)

    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Earlier"
    assert spoken.role() == QAccessible.Role.Button


def test_words_are_not_cut_at_twice_the_size(qtbot: QtBot) -> None:
    button = Button("None of these work…")
    qtbot.addWidget(button)
    before = button.sizeHint()
    font = button.font()
    font.setPointSizeF(font.pointSizeF() * 2)

    button.setFont(font)

    words = button.fontMetrics().horizontalAdvance(button.text())
    assert button.sizeHint().width() > words
    assert button.sizeHint().height() > before.height()


def test_a_button_in_a_dialog_is_not_pressed_by_enter_elsewhere(qtbot: QtBot) -> None:
    button: QPushButton = Button("Copy")
    qtbot.addWidget(button)

    assert not button.autoDefault()
