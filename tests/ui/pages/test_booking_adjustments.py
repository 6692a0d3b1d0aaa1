"""What a manager may pass with a written adjustment, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, settled
from tests.ui.pages.test_booking import at, save
from tests.ui.schedule_scene import MANAGER, STUDY
from ui.kinds import Kind
from venues.database.models import Override
from venues.database.session import Database


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


@pytest.fixture
def manager(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path, MANAGER)


def test_only_a_manager_may_write_down_an_adjustment(
    qtbot: QtBot, manager: Scene
) -> None:
    at(qtbot, manager, room=STUDY, day=30, case="WA-20391")
    manager.booking.form.people.setValue(2)
    manager.booking.form.needs.choose(("step-free",))
    settled(qtbot, manager)
    entry = manager.booking.checks.entry("Needs")
    assert entry.check.adjusts == "R12"
    before = manager.bookings()

    entry.reason.setText("A ramp is put down")
    settled(qtbot, manager)
    save(qtbot, manager)

    assert manager.bookings() == before + 1
    assert [row.kind for row in manager.rows(Override)] == ["adjustment"]


def test_a_practitioner_gets_no_field_for_it(qtbot: QtBot, scene: Scene) -> None:
    at(qtbot, scene, room=STUDY, case="WA-20391")
    scene.booking.form.needs.choose(("step-free",))
    settled(qtbot, scene)

    entry = scene.booking.checks.entry("Needs")

    assert entry.check.kind is Kind.BAD
    assert not entry.reason.isVisible()
