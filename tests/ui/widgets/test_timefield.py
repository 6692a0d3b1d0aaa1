"""Times are taken as people write them and shown as they like them."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.timefield import TimeField, quarters


@pytest.mark.parametrize("words", ["3", "3pm", "15:00", "1500", "3.00pm"])
def test_people_write_three_o_clock_in_many_ways(words: str, qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)

    field.setEditText(words)
    field.lineEdit().editingFinished.emit()

    assert field.value() == time(15)
    assert field.currentText() == "3:00pm"


def test_arrows_step_by_quarters(qtbot: QtBot) -> None:
    field = TimeField(time(15, 37))
    qtbot.addWidget(field)

    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == time(15, 45)

    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == time(15, 30)


def test_a_24_hour_clock_can_be_had(qtbot: QtBot) -> None:
    field = TimeField(time(15, 30))
    qtbot.addWidget(field)
    assert field.currentText() == "3:30pm"

    field.twenty_four(on=True)

    assert field.currentText() == "15:30"
    assert "09:15" in {field.itemText(n) for n in range(field.count())}
    assert field.value() == time(15, 30)


def test_quarters_run_from_one_time_to_the_other() -> None:
    assert quarters(time(9), time(9, 30)) == [time(9), time(9, 15), time(9, 30)]
