"""Somebody who types while the database takes its time loses nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.patience import PatienceDialog


def test_what_is_typed_goes_where_it_was_meant_to_and_presses_no_button(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    dialog = PatienceDialog(window)
    stopped: list[None] = []
    dialog.rejected.connect(lambda: stopped.append(None))
    dialog.show()

    QTest.keyClicks(dialog, "two words")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog.end()

    qtbot.waitUntil(lambda: field.text() == "two words")
    assert not stopped


def test_escape_ends_the_waiting(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = PatienceDialog(window)
    dialog.show()

    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
