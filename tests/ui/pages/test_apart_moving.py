"""Leads from a booking that may not stand as it is to where it can go."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.desk import Desk
from ui.dialogs.move import MoveDialog
from ui.pages.apart_moving import ApartMoving
from venues.database.models import Booking


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Any:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def moving(sitting: Sitting, desk: Desk) -> ApartMoving:
    page = QWidget()
    sitting.show(page)
    return ApartMoving(desk, page)


def test_a_manager_is_led_to_the_booking(sitting: Sitting, world: Any) -> None:
    booking_id = scene.book(world)

    moving(sitting, sitting.desk.for_viewer(world.manager)).begin(booking_id)

    assert sitting.host.shown == [
        ("find", {"booking": booking_id, "back": "keep_apart"})
    ]


def test_a_coordinator_moves_it_without_seeing_whose_it_is(
    sitting: Sitting, world: Any
) -> None:
    booking_id = scene.book(world)
    moving(sitting, replace(sitting.desk)).begin(booking_id)
    dialog = asked.front(sitting, MoveDialog)
    sitting.qtbot.waitUntil(lambda: bool(dialog.checks.shown()))
    with sitting.qtbot.waitSignal(dialog.judged, check_params_cb=bool):
        dialog.start.choose(time(10))
    assert not dialog.move_it.isEnabled()  # not before its worker has agreed
    question = dialog.checks.entry("Worker")
    question.tick.setChecked(True)
    question.reason.setText("She has agreed")
    sitting.qtbot.waitUntil(dialog.move_it.isEnabled)

    dialog.move_it.click()
    sitting.rest()

    with world.database.read() as session:
        starts = session.scalars(select(Booking.starts)).one()
    assert starts.hour == 10
    assert sitting.host.said == [
        "Moved to Willow Room, Thursday 26 November, 10am to 11am. [Undo]"
    ]
