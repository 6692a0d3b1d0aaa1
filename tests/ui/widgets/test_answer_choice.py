"""An answer to one question: a choice, scores, or words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.venues.domain.test_answering import of
from ui.widgets.answer_choice import AnswerChoice


def made(qtbot: QtBot, code: str, value: str = "") -> AnswerChoice:
    choice = AnswerChoice(of(code))
    qtbot.addWidget(choice)
    choice.show()
    choice.show_value(value)
    return choice


@pytest.mark.parametrize(
    ("code", "keys", "value"),
    [
        ("S1", "1", "yes"),
        ("S1", "2", "no"),
        ("S1", "7", ""),
        ("C1", "3", "3"),
        ("C1", "0", "0"),
        ("S7", "2", "2 or more"),
        ("S2", "1", "1 exit"),
        ("S2", "0", "no clear way"),
        ("S2", "8", ""),
    ],
)
def test_a_number_key_chooses(qtbot: QtBot, code: str, keys: str, value: str) -> None:
    choice = made(qtbot, code)

    qtbot.keyClicks(next(iter(choice.buttons.values())), keys)

    assert choice.value() == value


def test_the_arrows_go_from_one_answer_to_the_next(qtbot: QtBot) -> None:
    choice = made(qtbot, "C1", "1")
    choice.activateWindow()
    choice.entry().setFocus()
    qtbot.waitUntil(choice.entry().hasFocus)

    qtbot.keyClick(choice.entry(), Qt.Key.Key_Right)

    assert choice.value() == "2"


def test_delete_leaves_the_question_open(qtbot: QtBot) -> None:
    choice = made(qtbot, "S1", "yes")

    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(choice.entry(), Qt.Key.Key_Delete)

    assert choice.value() == ""


def test_what_was_said_with_an_answer_stays_with_it(qtbot: QtBot) -> None:
    choice = made(qtbot, "S14", "seen on 4 June 2026")
    before = choice.value()

    choice.buttons["not seen"].click()
    other = choice.value()
    choice.buttons["seen on a date"].click()

    assert (before, other) == ("seen on 4 June 2026", "not seen")
    assert choice.value() == "seen on 4 June 2026"


def test_scores_are_given_part_by_part(qtbot: QtBot) -> None:
    choice = made(qtbot, "A7", "light 3, echo 2")
    choice.scores["noise"].setCurrentText("1")

    assert choice.value() == "light 3, echo 2, noise 1"
    assert choice.entry() is choice.scores["light"]


def test_scores_nobody_touched_stay_as_they_were_written(qtbot: QtBot) -> None:
    assert made(qtbot, "A7", "2").value() == "2"


def test_words_are_typed(qtbot: QtBot) -> None:
    choice = made(qtbot, "S12")
    qtbot.keyClicks(choice.entry(), " Nursery 9 to 12 ")

    assert choice.value() == "Nursery 9 to 12"


def test_letters_choose_nothing(qtbot: QtBot) -> None:
    choice = made(qtbot, "S1", "yes")

    qtbot.keyClicks(choice.entry(), "q")

    assert choice.value() == "yes"
