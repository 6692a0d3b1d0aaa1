"""Who looked, and who was refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.server import Kept, Server
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.dialogs.watching import WatchingDialog
from venues.database.session import Database
from venues.services import cases
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


def test_on_a_server_it_is_told_who_asks_more_than_others(
    qtbot: QtBot, shared_world: Kept, server: Server, world: Any, tmp_path: Path
) -> None:
    name = shared_world.reset().name
    with closing(psycopg.connect(shared_world.address.words, autocommit=True)) as raw:
        for each in ("asked_2", "most_2"):
            raw.execute(f"SELECT setval('venues_counts.{each}', 1)")
    curious = Database.open(server.address(name, "practitioner.05"))
    for number in range(120):
        with curious.read() as session:
            reference = f"WA-{30_000 + number}"
            cases.look_up(session, reference, world.colleague, world.now.date())
    curious.close()
    database = Database.open(server.address(name, "manager.01"))

    for sitting in sit(qtbot, database, world.manager, tmp_path, world.now):
        dialog = WatchingDialog(sitting.desk, sitting.owner())

        assert dialog.tabs.tabText(2).startswith("Questions")
        assert cells(dialog.questions)[:2] == ["Practitioner 05", "120"]
    database.close()
