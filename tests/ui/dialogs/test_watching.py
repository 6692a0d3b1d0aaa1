"""Who looked, and who was refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.dialogs.watching import WatchingDialog
from venues.services.apart import looking


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path, world.now)


def cells(table: QTableView, row: int = 0) -> list[str]:
    model = table.model()
    return [model.index(row, each).data() for each in range(model.columnCount())]


def test_looks_and_refusals_are_listed(sitting: Sitting, world: Any) -> None:
    scene.book(world, 14, **scene.victim(world))
    link_id = scene.link(world)
    scene.refused(world)
    with world.database.write() as session:
        looking.partner(session, link_id, world.coordinator)

    dialog = WatchingDialog(sitting.desk, sitting.owner())

    assert [dialog.tabs.tabText(n) for n in (0, 1)] == ["Looks 1", "Refused 1"]
    assert cells(dialog.looks)[1:] == [
        "Coordinator 01",
        "Showed whom a case is kept from",
        scene.FIRST,
    ]
    assert cells(dialog.probes)[:4] == ["Practitioner 04", scene.FIRST, "1", "1"]


def test_nothing_to_list_is_said_so(sitting: Sitting) -> None:
    dialog = WatchingDialog(sitting.desk, sitting.owner())

    dialog.open()
    dialog.shut.click()

    assert dialog.tabs.widget(0) is not dialog.looks
    assert [dialog.tabs.tabText(n) for n in (0, 1)] == ["Looks 0", "Refused 0"]
