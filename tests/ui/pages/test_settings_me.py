"""Who sits here, and who else may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.switch_user import SwitchUserDialog
from ui.pages.settings_me import MeSection


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def opened(seat: Sitting) -> MeSection:
    section = MeSection(seat.desk)
    seat.show(section)
    return section


def words(section: MeSection) -> str:
    return "\n".join(label.text() for label in section.findChildren(QLabel))


def test_it_says_who_sits_here(seat: Sitting) -> None:
    said = words(opened(seat))

    assert "Coordinator 01" in said
    assert "Coordinator, Warrington · signs in as coordinator.01" in said


def test_it_says_for_whom_one_acts(seat: Sitting, world: World) -> None:
    acting = replace(world.practitioner, acts_for=frozenset({2}), authority_id=None)
    section = MeSection(seat.desk.for_viewer(acting))
    seat.show(section)

    assert "Acts for Practitioner 05 at present." in words(section)
    assert "all four authorities" in words(section)


def test_somebody_else_signs_in(qtbot: QtBot, seat: Sitting, world: World) -> None:
    section = opened(seat)
    section.switch.click()
    dialog = section.findChild(SwitchUserDialog)
    assert dialog is not None

    qtbot.keyClicks(dialog.search, "manager")
    dialog.sign_in.click()

    assert seat.host.signed_in == [world.manager]
