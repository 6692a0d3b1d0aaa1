"""Both versions of a record, to choose from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.versions import VersionsDialog
from ui.models.versions import Difference

BOTH = [
    Difference("people", "People", "4", "3", changed=True),
    Difference("note", "Notes", "", "Chairs in a circle", changed=False),
]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to."""
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


@pytest.fixture
def dialog(owner: QWidget) -> VersionsDialog:
    """The dialog over its window."""
    dialog = VersionsDialog("Willow Room", BOTH, owner)
    dialog.open()
    return dialog


def test_yours_is_proposed_only_where_you_changed_something(
    dialog: VersionsDialog,
) -> None:
    assert dialog.kept() == {"people"}
    assert dialog.theirs["note"].button.isChecked()


def test_the_choice_of_each_field_is_told(qtbot: QtBot, dialog: VersionsDialog) -> None:
    dialog.mine["note"].button.click()
    dialog.theirs["people"].button.click()

    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.go.click()

    assert told.args == [frozenset({"note"})]


def test_all_of_one_side_is_chosen_at_once(dialog: VersionsDialog) -> None:
    dialog.all_mine.click()
    assert dialog.kept() == {"people", "note"}

    dialog.all_theirs.click()
    assert dialog.kept() == frozenset()


def test_arrows_go_from_yours_to_theirs(qtbot: QtBot, dialog: VersionsDialog) -> None:
    mine = dialog.mine["people"].button
    mine.setFocus()

    qtbot.keyClick(mine, Qt.Key.Key_Right)

    assert dialog.theirs["people"].button.isChecked()


def test_escape_chooses_nothing(qtbot: QtBot, dialog: VersionsDialog) -> None:
    with (
        qtbot.assertNotEmitted(dialog.chosen),
        qtbot.waitSignal(dialog.rejected),
    ):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
