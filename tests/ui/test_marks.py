"""The marks by which the style knows how a widget should look."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui import marks
from ui.widgets.buttons import LinkButton, PrimaryButton


def test_buttons_carry_their_manner(qtbot: QtBot) -> None:
    plain, primary, link = QPushButton(), PrimaryButton("Book"), LinkButton("Undo")
    for button in (plain, primary, link):
        qtbot.addWidget(button)

    assert marks.manner(plain) == ""
    assert marks.manner(primary) == marks.PRIMARY
    assert marks.manner(link) == marks.LINK
    assert marks.manner(None) == ""


def test_an_empty_mark_is_no_mark(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    button.setProperty(marks.COMPLAINT, "")
    assert not marks.has(button, marks.COMPLAINT)

    button.setProperty(marks.COMPLAINT, "It is too long.")
    assert marks.has(button, marks.COMPLAINT)
    assert not marks.has(None, marks.COMPLAINT)
