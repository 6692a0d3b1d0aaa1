"""A message is quiet, offers a way back, and goes away by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from ui.widgets.messagebar import STAYS, MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    made.move(400, 400)  # away from the mouse, which would keep it
    return made


def timer(bar: MessageBar) -> QTimer:
    return bar.findChildren(QTimer)[0]


def test_nothing_is_shown_until_something_happened(bar: MessageBar) -> None:
    assert bar.isHidden()
    assert bar.text == ""


def test_a_message_without_an_action_has_no_button(bar: MessageBar) -> None:
    bar.say("Copied.")

    assert bar.text == "Copied."
    assert not bar.action.isVisible()


def test_the_action_is_done_once_and_the_message_goes(
    bar: MessageBar, qtbot: QtBot
) -> None:
    done: list[bool] = []
    bar.say("Booked.", "Undo", lambda: done.append(True))

    qtbot.mouseClick(bar.action, Qt.MouseButton.LeftButton)

    assert done == [True]
    assert bar.isHidden()


def test_it_goes_after_a_while(bar: MessageBar) -> None:
    bar.say("Booked.")
    assert timer(bar).interval() == STAYS

    timer(bar).timeout.emit()

    assert bar.isHidden()


def test_it_stays_while_the_keyboard_is_on_it(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("Booked.", "Undo", lambda: None)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.action.setFocus()

    timer(bar).timeout.emit()
    assert bar.text == "Booked."

    bar.action.clearFocus()
    timer(bar).timeout.emit()
    assert bar.isHidden()


def test_a_newer_message_takes_the_place_of_the_older(bar: MessageBar) -> None:
    bar.say("Booked.", "Undo", lambda: None)

    bar.say("Copied.")

    assert bar.text == "Copied."
    assert not bar.action.isVisible()
