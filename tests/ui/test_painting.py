"""What can wait does so until the window has been drawn."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.painting import LONGEST, Drawing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, window: QWidget) -> Drawing:
    with qtbot.waitExposed(window):
        window.show()
    return Drawing(window)


def test_it_says_once_that_the_window_was_drawn(qtbot: QtBot, window: QWidget) -> None:
    drawing = shown(qtbot, window)
    said: list[bool] = []
    drawing.over.connect(lambda: said.append(drawing.waiting))
    drawing.wait()
    assert drawing.waiting

    with qtbot.waitSignal(drawing.over, timeout=LONGEST - 100):
        window.update()
    window.update()
    another = shown(qtbot, window)
    another.wait()
    with qtbot.waitSignal(another.over):
        window.update()

    assert said == [False]


def test_a_window_that_is_not_drawn_does_not_wait_for_ever(
    qtbot: QtBot, window: QWidget
) -> None:
    drawing = Drawing(window)

    with qtbot.waitSignal(drawing.over):
        drawing.wait()

    assert not drawing.waiting


def test_nothing_is_said_to_who_no_longer_waits(qtbot: QtBot, window: QWidget) -> None:
    drawing = shown(qtbot, window)
    said: list[str] = []
    drawing.over.connect(lambda: said.append("over"))
    drawing.wait()

    drawing.forget()

    another = shown(qtbot, window)
    another.wait()
    with qtbot.waitSignal(another.over):
        window.update()
    assert said == []
    assert not drawing.waiting
