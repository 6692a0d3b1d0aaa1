"""One choice among a few chips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.chipchoice import ChipChoice


@pytest.fixture
def choice(qtbot: QtBot) -> ChipChoice:
    made = ChipChoice("Which", [("a", "One"), ("b", "Two"), ("c", "Three")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_holds_until_another_is_pressed(
    qtbot: QtBot, choice: ChipChoice
) -> None:
    before = choice.value()

    with qtbot.waitSignal(choice.changed) as told:
        qtbot.mouseClick(choice.chip("b"), Qt.MouseButton.LeftButton)

    assert before == "a"
    assert (told.args, choice.value()) == (["b"], "b")
    assert not choice.chip("a").isChecked()


def test_pressing_the_one_that_holds_changes_nothing(
    qtbot: QtBot, choice: ChipChoice
) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        qtbot.mouseClick(choice.chip("a"), Qt.MouseButton.LeftButton)

    assert choice.value() == "a"


def test_arrows_go_round(qtbot: QtBot, choice: ChipChoice) -> None:
    choice.chip("a").setFocus()
    qtbot.keyClick(choice.chip("a"), Qt.Key.Key_Left)
    last = choice.value()

    qtbot.keyClick(choice.chip("c"), Qt.Key.Key_Right)
    qtbot.keyClick(choice.chip("a"), Qt.Key.Key_Escape)

    assert (last, choice.value()) == ("c", "a")


def test_a_chip_can_say_something_else(choice: ChipChoice) -> None:
    choice.say("b", "Two 4")

    assert choice.chip("b").text() == "Two 4"
