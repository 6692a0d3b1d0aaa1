"""Rooms that do not fit, one line for each reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.buttons import LinkButton
from ui.widgets.reasons import ASK, Reason, Reasons
from ui.widgets.text import Words

Key = Qt.Key
BOOKED = Reason(
    "BOOKED",
    "Booked",
    Kind.QUIET,
    "3 rooms: in use at that time, free from 4pm",
    (("Oak Room, Millbrook", "Oak Room is in use from 3pm to 4pm."),),
    "Try 4pm",
)
ELSEWHERE = Reason("Halton", "Elsewhere", Kind.QUIET, "5 rooms fit", (), "Add Halton")


@pytest.fixture
def reasons(qtbot: QtBot) -> Reasons:
    made = Reasons()
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    made.show_reasons([BOOKED, ELSEWHERE])
    return made


def words(reasons: Reasons) -> list[str]:
    QApplication.sendPostedEvents()  # what was just put in is shown with the next event
    return [each.text() for each in reasons.findChildren(Words) if each.isVisible()]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Right, Key.Key_Space])
def test_a_line_opens_by_key_to_its_rooms(
    qtbot: QtBot, reasons: Reasons, key: Qt.Key
) -> None:
    line = reasons.rows()[0].line
    assert words(reasons) == []

    qtbot.keyClick(line, key)

    assert words(reasons) == [
        "Oak Room, Millbrook. Oak Room is in use from 3pm to 4pm."
    ]
    qtbot.keyClick(line, Key.Key_Left)
    assert words(reasons) == []


def test_the_link_tells_which_reason_it_is_of(qtbot: QtBot, reasons: Reasons) -> None:
    with qtbot.waitSignal(reasons.taken) as heard:
        reasons.rows()[0].link.click()

    assert heard.args == ["BOOKED"]


def test_a_line_says_all_of_itself_to_those_who_hear_it(reasons: Reasons) -> None:
    assert reasons.rows()[0].line.accessibleName() == (
        "Booked. 3 rooms: in use at that time, free from 4pm"
    )
    assert "Try 4pm" in reasons.rows()[0].link.accessibleName()


def test_what_is_open_stays_open_when_it_is_looked_for_again(reasons: Reasons) -> None:
    reasons.rows()[0].line.click()

    more = Reason("BOOKED", "Booked", Kind.QUIET, "4 rooms", (("Hall", "In use."),))
    reasons.show_reasons([more])

    assert words(reasons) == ["Hall. In use."]
    assert len(reasons.rows()) == 1
    assert not reasons.rows()[0].link.isVisible()


def test_another_reason_in_its_place_is_closed(reasons: Reasons) -> None:
    reasons.rows()[0].line.click()

    reasons.show_reasons(
        [Reason("SEATS", "Seats", Kind.QUIET, "1 room", (("A", "B"),))]
    )

    assert words(reasons) == []


def test_without_rooms_there_is_nothing_to_open(reasons: Reasons) -> None:
    assert not reasons.rows()[1].line.isEnabled()


def test_the_link_goes_under_a_line_that_is_too_short(reasons: Reasons) -> None:
    row = reasons.rows()[0]
    beside = row.link.y()

    reasons.resize(300, 400)
    row.layout().activate()

    assert row.link.y() >= row.line.geometry().bottom() - 1
    assert beside < row.line.height()


def test_a_room_that_can_be_asked_for_has_a_link(
    qtbot: QtBot, reasons: Reasons
) -> None:
    rooms = (("Hall", "In use."), ("Study", "In use. Stairs."))
    reasons.show_reasons(
        [Reason("BOOKED", "Booked", Kind.QUIET, "2 rooms", rooms, ask=(7, 0))]
    )
    reasons.rows()[0].line.click()
    QApplication.sendPostedEvents()
    (link,) = (
        each
        for each in reasons.findChildren(LinkButton)
        if each.isVisible() and each.text() == ASK
    )

    with qtbot.waitSignal(reasons.asked) as heard:
        link.click()

    assert heard.args == [7]
    assert link.accessibleName() == f"{ASK} Hall"
