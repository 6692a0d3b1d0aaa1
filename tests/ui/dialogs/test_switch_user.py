"""Letting somebody else sit here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.switch_user import SwitchUserDialog
from venues.database.models import Staff


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QWidget, seat: Sitting) -> SwitchUserDialog:
    made = SwitchUserDialog(seat.desk, window)
    made.open()
    return made


def names(dialog: SwitchUserDialog) -> list[str]:
    ordered = dialog.table.ordered
    return [ordered.index(row, 0).data() for row in range(ordered.rowCount())]


def test_everybody_who_works_here_is_listed(dialog: SwitchUserDialog) -> None:
    assert names(dialog) == [
        "Board 01",
        "Coordinator 01",
        "Manager 01",
        "Practitioner 04",
        "Practitioner 05",
        "Victim 01",
    ]


def test_typing_finds_by_name_login_or_role(
    qtbot: QtBot, dialog: SwitchUserDialog
) -> None:
    qtbot.keyClicks(dialog.search, "board read")
    assert names(dialog) == ["Board 01"]

    dialog.search.setText("victim.01")
    assert names(dialog) == ["Victim 01"]

    dialog.search.setText("zebra")
    assert names(dialog) == []
    assert not dialog.sign_in.isEnabled()


def test_up_and_down_choose_while_somebody_types(
    qtbot: QtBot, dialog: SwitchUserDialog, world: World
) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(dialog.search, key)

    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)

    assert chosen.args == [world.coordinator]


def test_a_double_click_signs_in(
    qtbot: QtBot, dialog: SwitchUserDialog, world: World
) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.table.doubleClicked.emit(dialog.table.ordered.index(2, 0))

    assert chosen.args[0].login == "board.01"


def test_whoever_left_meanwhile_cannot_sign_in(
    dialog: SwitchUserDialog, world: World
) -> None:
    with world.database.write() as session:
        session.execute(
            update(Staff)
            .where(Staff.login == "board.01")
            .values(left_on=date(2026, 11, 1))
        )

    dialog.sign_in.click()

    assert "Nobody here signs in" in dialog.complaint.text()
    assert dialog.isVisible()
