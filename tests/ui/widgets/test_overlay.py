"""Whoever waits is told so, but only when they really wait."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.overlay import PATIENCE, WaitOverlay


def covered(qtbot: QtBot) -> tuple[QWidget, WaitOverlay]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    overlay = WaitOverlay(page)
    with qtbot.waitExposed(page):
        page.show()
    return page, overlay


def test_what_comes_at_once_is_not_waited_for(qtbot: QtBot) -> None:
    _, overlay = covered(qtbot)

    overlay.start()
    overlay.stop()

    assert overlay.isHidden()
    assert not overlay.findChild(QTimer).isActive()


def test_after_a_moment_it_says_what_is_waited_for(qtbot: QtBot) -> None:
    page, overlay = covered(qtbot)
    overlay.start("Looking…")
    assert overlay.isHidden()
    assert overlay.findChild(QTimer).interval() == PATIENCE

    qtbot.waitUntil(overlay.isVisible)

    assert overlay.geometry() == page.rect()
    assert overlay.grab().toImage() != page.grab().toImage()
    overlay.stop()
    assert overlay.isHidden()


def test_it_follows_what_it_lies_over(qtbot: QtBot) -> None:
    page, overlay = covered(qtbot)
    overlay.start()
    qtbot.waitUntil(overlay.isVisible)

    page.resize(500, 350)

    qtbot.waitUntil(lambda: overlay.geometry() == page.rect())
    assert overlay.width() == 500


def test_asking_again_does_not_start_the_wait_again(qtbot: QtBot) -> None:
    _, overlay = covered(qtbot)
    overlay.start()
    left = overlay.findChild(QTimer).remainingTime()

    overlay.start("Still looking…")

    assert overlay.findChild(QTimer).remainingTime() <= left
