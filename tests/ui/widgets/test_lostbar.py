"""The bar that says since when the shared database is out of reach."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.lostbar import LostBar


def test_it_says_since_when_and_can_be_asked_to_try(qtbot: QtBot) -> None:
    bar = LostBar()
    qtbot.addWidget(bar)
    assert bar.text == ""

    bar.say("10:42am")
    bar.show()

    assert bar.text == "No connection to the shared database since 10:42am"
    with qtbot.waitSignal(bar.asked):
        qtbot.mouseClick(bar.again, Qt.MouseButton.LeftButton)
    bar.wait(on=True)
    assert not bar.again.isEnabled()
