"""A cover leaves nothing to see and gives everything back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.cover import Cover


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setWindowTitle("Book Willow Room")
    QVBoxLayout(made).addWidget(QLineEdit("WA-20417"))
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChild(QLineEdit).setFocus()
    return made


def test_two_different_windows_look_alike_when_covered(window: QWidget) -> None:
    Cover(window)
    one = window.grab().toImage()
    window.findChild(QLineEdit).setText("HA-10233, victim")

    other = window.grab().toImage()

    assert one == other
    assert window.windowTitle() == "Venues"


def test_typing_goes_to_the_cover_and_not_behind_it(
    window: QWidget, qtbot: QtBot
) -> None:
    cover = Cover(window)
    assert cover.hasFocus()

    with qtbot.waitSignal(cover.lifted):
        qtbot.keyClick(cover, Qt.Key.Key_7)

    assert window.findChild(QLineEdit).text() == "WA-20417"


def test_the_keyboard_goes_back_where_it_was(window: QWidget) -> None:
    cover = Cover(window)

    cover.lift()

    assert window.findChild(QLineEdit).hasFocus()
    assert window.windowTitle() == "Book Willow Room"
