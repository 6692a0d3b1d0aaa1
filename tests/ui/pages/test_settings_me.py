"""Who sits here, and entering a colleague."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.switch_user import SwitchUserDialog
from ui.pages.settings_me import MeSection
from venues.domain.people import Role
from venues.services import people


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
    assert not hasattr(section, "form")


def test_a_colleague_is_entered_and_can_sign_in(
    qtbot: QtBot, seat: Sitting, world: World
) -> None:
    section = opened(seat)
    qtbot.keyClicks(section.form.name, "Practitioner 17")
    qtbot.keyClicks(section.form.login, "practitioner.17")
    section.form.authority.setCurrentText("Halton")

    section.add.click()
    assert not section.add.isEnabled()
    seat.rest()

    with world.database.read() as session:
        added = people.viewer(session, "practitioner.17", date(2026, 11, 23))
    assert (added.role, added.authority_id) == (Role.PRACTITIONER, 2)
    assert seat.host.said == [
        "Practitioner 17 can sign in as practitioner.17 now.",
    ]
    assert section.form.name.text() == ""
    assert section.add.isEnabled()


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    qtbot: QtBot, seat: Sitting
) -> None:
    section = opened(seat)
    qtbot.keyClicks(section.form.name, "Another")
    qtbot.keyClicks(section.form.login, "practitioner.04")

    section.add.click()
    seat.rest()

    assert "already" in section.form.fields["login"].complaint
    assert section.form.name.text() == "Another"
    assert section.form.login.hasFocus()
    qtbot.keyClick(section.form.login, Qt.Key.Key_X)
    assert section.form.fields["login"].complaint == ""


def test_somebody_else_signs_in(qtbot: QtBot, seat: Sitting, world: World) -> None:
    section = opened(seat)
    section.switch.click()
    dialog = section.findChild(SwitchUserDialog)
    assert dialog is not None

    qtbot.keyClicks(dialog.search, "manager")
    dialog.sign_in.click()

    assert seat.host.signed_in == [world.manager]
