"""Renews several records at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import day
from ui.dialogs.renewing import RenewDialog
from venues.services.apart import overview
from venues.services.apart.ending import LINK, VENUE, Key


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def dialog(sitting: Sitting, *ticked: Key) -> RenewDialog:
    desk = sitting.desk
    with desk.database.read() as session:
        rows = overview.rows(session, desk.viewer, today=scene.TODAY)
    return RenewDialog(desk, rows, ticked, sitting.owner())


def test_what_is_ticked_is_renewed_and_nothing_else(
    sitting: Sitting, world: Any
) -> None:
    soon = scene.link(world, until=day(9))
    barred = scene.bar(world, until=None)
    made = dialog(sitting, Key(LINK, soon))

    words = [made.list.item(number).text() for number in range(2)]
    pairs = asked.saved(sitting, made)

    assert words == [
        "WA-20417, same offence, until 2 Dec 2026 (9 days)",
        "WA-20417, not at Railside, no end (current)",
    ]
    assert [(before.until, str(after.until)) for before, after in pairs] == [
        (day(9), "2027-05-23")
    ]
    with sitting.desk.database.read() as session:
        rows = overview.rows(session, world.manager, today=scene.TODAY)
    assert {row.key: row.until for row in rows}[Key(VENUE, barred)] is None


def test_nothing_ticked_is_said_so(sitting: Sitting, world: Any) -> None:
    key = Key(LINK, scene.link(world))
    made = dialog(sitting, key)
    made.list.item(0).setCheckState(Qt.CheckState.Unchecked)

    assert asked.refused(sitting, made, "keys") == "Choose at least one to renew."


def test_a_day_that_is_past_stands_beside_its_field(
    sitting: Sitting, world: Any
) -> None:
    made = dialog(sitting, Key(LINK, scene.link(world)))
    made.dates.until.choose(day(-2))

    said = asked.refused(sitting, made, "until")

    assert said == "That day is past. Choose one to come."
