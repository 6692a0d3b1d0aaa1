"""Dates that are picked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.datepicks import DatePicks

FIRST, SECOND, THIRD = (date(2026, 12, day) for day in (3, 9, 10))


@pytest.fixture
def picks(qtbot: QtBot) -> DatePicks:
    widget = DatePicks("Dates", FIRST, lambda: date(2026, 11, 26))
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_enter_adds_what_is_typed_in_order(qtbot: QtBot, picks: DatePicks) -> None:
    for text in ("10 Dec 2026", "3 Dec 2026", "10 Dec 2026"):
        picks.day.setFocus()
        picks.day.selectAll()
        qtbot.keyClicks(picks.day, text)
        qtbot.keyClick(picks.day, Qt.Key.Key_Return)

    assert picks.value() == (FIRST, THIRD)
    assert [button.text() for button in picks.buttons] == [
        "Thu 3 Dec 2026",
        "Thu 10 Dec 2026",
    ]


def test_one_is_taken_out_and_the_keyboard_goes_on(
    qtbot: QtBot, picks: DatePicks
) -> None:
    picks.choose((FIRST, SECOND, THIRD))

    picks.buttons[2].click()
    assert picks.value() == (FIRST, SECOND)
    assert picks.buttons[1].hasFocus()
    picks.buttons[1].click()
    picks.buttons[0].click()

    assert picks.value() == ()
    assert picks.day.hasFocus()


def test_what_is_no_date_is_said_and_not_added(qtbot: QtBot, picks: DatePicks) -> None:
    picks.day.setText("soon")

    with qtbot.waitSignal(picks.misunderstood) as said:
        picks.put_in.click()

    assert said.args
    assert picks.value() == ()


def test_other_keys_are_left_to_whoever_wants_them(
    qtbot: QtBot, picks: DatePicks
) -> None:
    picks.put_in.setFocus()

    qtbot.keyClick(picks, Qt.Key.Key_Return)

    assert picks.value() == ()
