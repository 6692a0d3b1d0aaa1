"""Saving a calendar file from the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.pages.today_scene import TEN, book, button, opened
from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.calendar_saving import FOLDER


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, TEN)


def asked(seat: Sitting) -> QFileDialog:
    """Press the link on Today, and give the question where to."""
    page = opened(seat)
    button(page, "Calendar file of all my appointments").click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    return dialog


def test_today_saves_a_file_of_all_my_appointments(
    seat: Sitting, world: World, tmp_path: Path
) -> None:
    book(world)
    dialog = asked(seat)
    file = tmp_path / "Appointments.ics"

    dialog.fileSelected.emit(str(file))
    seat.rest()

    assert file.read_text().count("BEGIN:VEVENT") == 1
    assert seat.host.said[-1].startswith("Saved Appointments.ics.")
    assert seat.desk.preferences[FOLDER] == str(tmp_path)
    dialog.close()


def test_a_place_that_cannot_be_written_is_said(
    seat: Sitting, world: World, tmp_path: Path
) -> None:
    book(world)
    dialog = asked(seat)

    dialog.fileSelected.emit(str(tmp_path / "gone" / "Appointments.ics"))
    seat.rest()

    assert "could not be saved" in seat.host.said[-1]
    dialog.close()
