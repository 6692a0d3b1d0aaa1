"""The screen is blanked when nobody has touched anything for long enough."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.idle import Idle


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The seconds so far."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_it_says_so_after_the_minutes_and_not_before(
    clock: Clock, qtbot: QtBot
) -> None:
    nobody = QObject()
    watch = Idle(nobody, clock)
    passed: list[bool] = []
    watch.passed.connect(lambda: passed.append(True))
    watch.after(5)

    clock.now += 299
    watch.look()
    assert passed == []

    clock.now += 1
    watch.look()
    assert passed == [True]


def test_no_minutes_means_never(clock: Clock, qtbot: QtBot) -> None:
    nobody = QObject()
    watch = Idle(nobody, clock)
    passed: list[bool] = []
    watch.passed.connect(lambda: passed.append(True))
    watch.after(0)

    clock.now += 100_000
    watch.look()

    assert passed == []


def test_a_touch_of_mouse_or_keyboard_counts(clock: Clock, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    watch = Idle(window, clock)
    passed: list[bool] = []
    watch.passed.connect(lambda: passed.append(True))
    watch.after(5)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    for touch in (
        lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_A),
        lambda: QTest.mouseMove(window.windowHandle(), QPoint(5, 5)),
    ):
        clock.now += 200
        touch()
        clock.now += 200
        watch.look()

    assert passed == []
