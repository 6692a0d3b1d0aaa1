"""The dates of a series as chips."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.datechips import MOST_SHOWN, DateChips, DateMark

FIRST = date(2026, 11, 26)


def mark(number: int, kind: Kind = Kind.GOOD, words: str = "") -> DateMark:
    day = FIRST + timedelta(days=number)
    return DateMark(day, f"D{number}", kind, words, f"Day {number}: {words or 'fits'}")


@pytest.fixture
def chips(qtbot: QtBot) -> DateChips:
    widget = DateChips("Dates")
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_each_says_its_outcome_in_words_and_to_those_who_hear(
    chips: DateChips,
) -> None:
    chips.show_marks([mark(0), mark(1, Kind.BAD, "closed")])

    assert [chip.text() for chip in chips.chips] == ["D0", "D1 closed"]
    assert chips.chips[1].accessibleName() == "Day 1: closed"


def test_no_two_kinds_look_alike_without_colour(qtbot: QtBot, chips: DateChips) -> None:
    pictures = set()
    for kind in Kind:
        chips.show_marks([mark(0, kind)])
        image = chips.chips[0].grab().toImage()
        image.convertTo(image.Format.Format_Mono)
        pictures.add(bytes(image.constBits()))

    assert len(pictures) == len(Kind)


def test_arrows_go_about_and_enter_asks_for_more(
    qtbot: QtBot, chips: DateChips
) -> None:
    chips.show_marks([mark(0), mark(1), mark(2)])
    chips.setFocus()
    qtbot.keyClick(chips.chips[0], Qt.Key.Key_Right)
    qtbot.keyClick(chips.chips[1], Qt.Key.Key_Down)
    qtbot.keyClick(chips.chips[2], Qt.Key.Key_Right)
    qtbot.keyClick(chips.chips[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is chips.chips[2]

    with qtbot.waitSignal(chips.pressed) as pressed:
        qtbot.keyClick(chips.chips[2], Qt.Key.Key_Return)

    assert pressed.args == [FIRST + timedelta(days=2)]
    qtbot.keyClick(chips.chips[2], Qt.Key.Key_A)
    qtbot.keyClick(chips, Qt.Key.Key_A)


def test_tab_stops_once(chips: DateChips) -> None:
    chips.show_marks([mark(0), mark(1), mark(2)])

    strong = Qt.FocusPolicy.StrongFocus
    assert [chip.focusPolicy() == strong for chip in chips.chips].count(True) == 1


def test_the_keyboard_stays_on_its_date(chips: DateChips) -> None:
    chips.show_marks([mark(0), mark(1), mark(2)])
    chips.chips[2].setFocus()

    chips.show_marks([mark(2), mark(3)])
    assert QApplication.focusWidget() is chips.chip(FIRST + timedelta(days=2))
    chips.show_marks([mark(5)])

    assert QApplication.focusWidget() is chips.chips[0]
    assert chips.chip(FIRST) is None


def test_of_very_many_the_first_are_shown_and_those_that_do_not_fit(
    qtbot: QtBot, chips: DateChips
) -> None:
    many = [mark(number) for number in range(MOST_SHOWN + 20)]
    many[-1] = mark(MOST_SHOWN + 19, Kind.BAD, "closed")
    chips.show_marks(many)

    assert len(chips.chips) == MOST_SHOWN + 1
    assert chips.all.text() == "All 80 dates"
    chips.all.click()

    assert len(chips.chips) == MOST_SHOWN + 20
    assert chips.all.text() == "Fewer"
    chips.show_marks([])
    assert chips.chips == []
