"""Chips are chosen with the mouse or with Tab, arrows and Space."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.chips import ChipGroup

NEEDS = [
    ("step-free", "Step-free"),
    ("quiet", "Quiet space"),
    ("loop", "Hearing loop"),
    ("waiting", "Separate waiting"),
]


@pytest.fixture
def needs(qtbot: QtBot) -> ChipGroup:
    made = ChipGroup("Must have", NEEDS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_what_is_chosen_comes_in_the_order_of_the_choices(needs: ChipGroup) -> None:
    needs.choose(["loop", "step-free"])

    assert needs.chosen() == ("step-free", "loop")


def test_a_choice_is_announced_once(needs: ChipGroup) -> None:
    heard: list[bool] = []
    needs.changed.connect(lambda: heard.append(True))

    needs.choose(["loop", "quiet"])
    needs.choose(["quiet", "loop"])

    assert heard == [True]


def test_arrows_go_about_and_space_chooses(needs: ChipGroup, qtbot: QtBot) -> None:
    needs.setFocus()
    assert needs.chip("step-free").hasFocus()

    qtbot.keyClick(needs.chip("step-free"), Qt.Key.Key_Right)
    qtbot.keyClick(needs.chip("quiet"), Qt.Key.Key_Space)
    assert needs.chosen() == ("quiet",)

    qtbot.keyClick(needs.chip("quiet"), Qt.Key.Key_Left)
    qtbot.keyClick(needs.chip("step-free"), Qt.Key.Key_Left)
    assert needs.chip("waiting").hasFocus()


def test_tab_goes_in_and_out_in_one_step(needs: ChipGroup) -> None:
    stops = [
        key
        for key, _ in NEEDS
        if needs.chip(key).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert stops == ["step-free"]


def test_a_click_anywhere_on_a_chip_chooses(needs: ChipGroup, qtbot: QtBot) -> None:
    chip = needs.chip("loop")

    qtbot.mouseClick(
        chip,
        Qt.MouseButton.LeftButton,
        pos=chip.rect().adjusted(0, 0, -3, -3).bottomRight(),
    )

    assert needs.chosen() == ("loop",)


def test_a_chosen_chip_has_a_tick_and_says_so(needs: ChipGroup) -> None:
    chip = needs.chip("quiet")
    plain = chip.sizeHint().width()

    chip.setChecked(True)

    assert chip.sizeHint().width() > plain
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken.text(QAccessible.Text.Name) == "Quiet space"
    assert spoken.state().checked


def test_some_wait_behind_more_unless_they_hold(qtbot: QtBot) -> None:
    needs = ChipGroup("Must have", NEEDS, first=2)
    qtbot.addWidget(needs)
    needs.show()
    assert [needs.chip(key).isVisible() for key, _ in NEEDS] == [
        True,
        True,
        False,
        False,
    ]

    needs.choose(["waiting"])
    assert needs.chip("waiting").isVisible()
    assert not needs.chip("loop").isVisible()

    qtbot.mouseClick(needs.more, Qt.MouseButton.LeftButton)
    assert needs.chip("loop").isVisible()
    assert needs.more.text() == "Fewer"
    assert needs.chosen() == ("waiting",)
