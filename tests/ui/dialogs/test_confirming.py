"""Asks whose word it is that a record still is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from ui.dialogs.confirming import ConfirmDialog


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def test_the_role_that_is_chosen_is_handed_on(sitting: Sitting) -> None:
    def change(_session: Any, role: str) -> str:
        return role

    dialog = ConfirmDialog(sitting.desk, "Still so.", change, sitting.owner())
    words = [dialog.role.itemText(number) for number in range(dialog.role.count())]
    dialog.role.setCurrentText("The victim worker")

    assert words[0] == "The case manager"
    assert asked.saved(sitting, dialog) == "victim_worker"
