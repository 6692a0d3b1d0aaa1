"""A round button that opens a list of which one holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.widgets.menuchip import MenuChip

CHOICES = [("", "All areas"), ("1", "Halton"), ("2", "Warrington")]


@pytest.fixture
def chip(qtbot: QtBot) -> MenuChip:
    """A chip with three choices, on the screen."""
    chip = MenuChip("Area", CHOICES)
    qtbot.addWidget(chip)
    chip.show()
    return chip


def menu(chip: MenuChip) -> QMenu:
    found = chip.menu()
    assert found is not None
    return found


def test_the_first_choice_holds_and_narrows_nothing(chip: MenuChip) -> None:
    assert (chip.value(), chip.text(), chip.narrows) == ("", "All areas", False)
    assert chip.accessibleName() == "Area: All areas"


def test_a_choice_from_the_menu_is_announced_once(qtbot: QtBot, chip: MenuChip) -> None:
    with qtbot.waitSignal(chip.changed) as told:
        menu(chip).actions()[1].trigger()
    with qtbot.assertNotEmitted(chip.changed):
        chip.choose("1")

    assert told.args == ["1"]
    assert (chip.text(), chip.narrows) == ("Halton", True)
    assert [action.isChecked() for action in menu(chip).actions()] == [
        False,
        True,
        False,
    ]


def test_a_key_that_is_no_choice_is_a_mistake(chip: MenuChip) -> None:
    with pytest.raises(KeyError):
        chip.choose("9")


def test_what_is_no_longer_offered_no_longer_holds(chip: MenuChip) -> None:
    chip.choose("2")

    chip.offer([("", "Everywhere"), ("1", "Halton")])

    assert (chip.value(), chip.text()) == ("", "Everywhere")


def test_a_longer_choice_makes_it_wider(chip: MenuChip) -> None:
    before = chip.sizeHint().width()

    chip.choose("2")

    assert chip.sizeHint().width() > before
    assert chip.minimumSizeHint() == chip.sizeHint()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_down_opens_the_list(qtbot: QtBot, chip: MenuChip) -> None:
    opened: list[bool] = []
    menu(chip).aboutToShow.connect(lambda: opened.append(True))
    QTimer.singleShot(0, menu(chip).close)

    qtbot.keyClick(chip, Qt.Key.Key_Down)

    assert opened == [True]


def test_it_shows_that_it_has_the_keyboard(chip: MenuChip) -> None:
    chip.setFocus()
    focused = chip.grab().toImage()
    chip.clearFocus()

    assert chip.grab().toImage() != focused
