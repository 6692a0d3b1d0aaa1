"""A few lines of text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.notefield import NoteField


def test_tab_leaves_it(qtbot: QtBot) -> None:
    page = QWidget()
    note, after = NoteField("Set-up only"), QLineEdit()
    layout = QVBoxLayout(page)
    layout.addWidget(note)
    layout.addWidget(after)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    note.setFocus()

    qtbot.keyClick(note, Qt.Key.Key_Tab)

    assert after.hasFocus()
    assert note.toPlainText() == ""


def test_larger_letters_make_it_taller(qtbot: QtBot) -> None:
    note = NoteField("Set-up only")
    qtbot.addWidget(note)
    before = note.height()
    font = QFont(note.font())
    font.setPointSizeF(font.pointSizeF() * 2)

    note.setFont(font)

    assert note.height() > before
