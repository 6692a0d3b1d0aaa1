"""The curtain hides everything, keeps every key, and gives everything back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.curtain import Curtain
from ui.widgets.cover import Cover

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    made.setWindowTitle("Venues, finding a room")
    made.setCentralWidget(QLineEdit("WA-20417"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.centralWidget().setFocus()
    return made


def test_nothing_of_the_window_is_left_to_see(window: QMainWindow) -> None:
    curtain = Curtain(window)

    curtain.close()

    assert window.windowTitle() == "Venues"
    assert not window.centralWidget().isVisible()
    assert window.findChild(Cover).geometry() == window.rect()


def test_any_key_brings_everything_back(window: QMainWindow, qtbot: QtBot) -> None:
    curtain = Curtain(window)
    curtain.close()

    with qtbot.waitSignal(curtain.lifted):
        qtbot.keyClick(window.findChild(Cover), Qt.Key.Key_Tab)

    assert window.windowTitle() == "Venues, finding a room"
    assert window.centralWidget().isVisible()
    assert window.centralWidget().hasFocus()
    assert window.centralWidget().text() == "WA-20417"


def test_a_click_brings_everything_back(window: QMainWindow, qtbot: QtBot) -> None:
    curtain = Curtain(window)
    curtain.close()

    with qtbot.waitSignal(curtain.lifted):
        qtbot.mouseClick(window.findChild(Cover), Qt.MouseButton.LeftButton)

    assert not curtain.closed


def test_shortcuts_do_not_work_behind_the_curtain(
    window: QMainWindow, qtbot: QtBot
) -> None:
    ran: list[bool] = []
    action = QAction("Print", window)
    action.setShortcut("Ctrl+P")
    action.triggered.connect(lambda: ran.append(True))
    window.addAction(action)
    curtain = Curtain(window)
    curtain.close()

    qtbot.keyClick(window.findChild(Cover), Qt.Key.Key_P, CONTROL)

    assert ran == []


def test_dialogs_are_covered_too(window: QMainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle("Book Willow Room")
    QVBoxLayout(dialog).addWidget(QLineEdit("WA-20417"))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    curtain = Curtain(window)

    curtain.close()
    assert dialog.windowTitle() == "Venues"
    assert dialog.findChild(Cover).geometry() == dialog.rect()

    curtain.open()
    assert dialog.windowTitle() == "Book Willow Room"


def test_the_cover_grows_with_the_window(window: QMainWindow, qtbot: QtBot) -> None:
    curtain = Curtain(window)
    curtain.close()

    window.resize(900, 700)

    cover = window.findChild(Cover)
    qtbot.waitUntil(lambda: cover.geometry() == window.rect())
    assert cover.isVisible()


def test_closing_twice_covers_once(window: QMainWindow) -> None:
    curtain = Curtain(window)

    curtain.close()
    curtain.close()

    assert len(window.findChildren(Cover)) == 1
