"""Lengths are said in words and counted in minutes."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.lengthfield import LengthField


def test_a_length_is_shown_in_words(qtbot: QtBot) -> None:
    field = LengthField(90)
    qtbot.addWidget(field)

    assert field.currentText() == "1 hour 30 minutes"
    assert field.value() == 90


def test_an_unusual_length_can_be_typed(qtbot: QtBot) -> None:
    field = LengthField()
    qtbot.addWidget(field)

    field.setEditText("50 min")
    field.lineEdit().editingFinished.emit()

    assert field.value() == 50
    assert field.currentText() == "50 minutes"
