"""Moves everything of a wrong reference to the right one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.dialogs.merging import MergeDialog


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path, world.now)


def test_the_wrong_one_is_given_and_the_right_one_typed(sitting: Sitting) -> None:
    dialog = MergeDialog(sitting.desk, scene.THIRD, sitting.owner())
    dialog.right.setText("wa20417")

    merged = asked.saved(sitting, dialog)

    assert (merged.wrong, merged.right) == (scene.THIRD, scene.FIRST)


def test_what_is_wrong_stands_beside_its_field(sitting: Sitting) -> None:
    dialog = MergeDialog(sitting.desk, scene.THIRD, sitting.owner())
    dialog.right.setText(scene.SECOND)

    said = asked.refused(sitting, dialog, "right")

    assert "link them as that instead" in said
    assert dialog.wrong.text() == scene.THIRD
