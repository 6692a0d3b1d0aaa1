"""One date of a series, and what can be done about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.datedetail import DateDetail


@pytest.fixture
def detail(qtbot: QtBot) -> DateDetail:
    widget = DateDetail()
    qtbot.addWidget(widget)
    widget.say("It is closed.", [("leave", "Leave out"), ("room", "Use Oak Room")])
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_it_says_what_is_the_matter_and_offers_the_ways(
    qtbot: QtBot, detail: DateDetail
) -> None:
    assert detail.words.text() == "It is closed."

    with qtbot.waitSignal(detail.wanted) as wanted:
        detail.buttons["room"].click()

    assert wanted.args == ["room"]


def test_the_keyboard_stays_with_what_is_still_offered(detail: DateDetail) -> None:
    detail.take_up()
    assert detail.buttons["leave"].hasFocus()

    detail.say("It fits.", [("room", "Use Study"), ("leave", "Leave out")])
    assert detail.buttons["leave"].hasFocus()
    detail.say("It fits.", [("room", "Use Study")])

    assert detail.buttons["room"].hasFocus()


def test_where_nothing_can_be_done_it_is_closed(detail: DateDetail) -> None:
    detail.say("Left out: School holiday.", [])

    detail.take_up()

    assert detail.close_.hasFocus()


def test_escape_closes_it(qtbot: QtBot, detail: DateDetail) -> None:
    detail.take_up()

    with qtbot.waitSignal(detail.closed):
        qtbot.keyClick(detail.buttons["leave"], Qt.Key.Key_Escape)
