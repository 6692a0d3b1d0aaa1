"""Where the database is, and whether it is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.server import Server
from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.message import MessageDialog
from ui.dialogs.opening import OpeningDialog
from ui.kinds import Kind
from ui.pages.settings_backups import BackupsCard
from ui.pages.settings_database import DatabaseSection
from venues.database.models import Setting


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def section(seat: Sitting) -> DatabaseSection:
    made = DatabaseSection(seat.desk)
    seat.show(made)
    return made


def asked(section: DatabaseSection) -> QFileDialog:
    """The file dialog that is open."""
    dialog = section.findChild(QFileDialog)
    assert dialog is not None
    return dialog


def test_it_says_where_the_file_is(section: DatabaseSection, world: World) -> None:
    facts = section.facts.words()

    assert facts["File"] == "Venues.sqlite"
    assert facts["Folder"] == str(world.database.path.parent)
    assert facts["Size"].endswith(" MB")


def test_another_file_is_handed_to_the_program(
    seat: Sitting, section: DatabaseSection, tmp_path: Path
) -> None:
    section.open.click()

    asked(section).fileSelected.emit(str(tmp_path / "other.sqlite"))

    assert seat.host.opened == [tmp_path / "other.sqlite"]


def test_a_sound_database_is_said_to_be(
    seat: Sitting, section: DatabaseSection
) -> None:
    section.check.click()
    seat.rest()

    assert section.verdict.kind is Kind.GOOD
    assert "3 venues, 6 rooms and 0 bookings" in section.found.text()


def test_what_is_wrong_with_it_is_listed(
    seat: Sitting, section: DatabaseSection, world: World
) -> None:
    with closing(sqlite3.connect(world.database.path)) as raw:
        raw.execute("DROP TRIGGER tr_hold_no_overlap_insert")

    section.check.click()
    seat.rest()

    assert section.verdict.text() == "Needs attention"
    assert "guards against double booking" in section.found.text()


def test_nothing_else_is_begun_while_a_backup_is_made(
    seat: Sitting, section: DatabaseSection
) -> None:
    assert isinstance(section.copies, BackupsCard)

    section.copies.back_up.click()
    meanwhile = section.check.isEnabled() or section.remove.isEnabled()
    seat.rest()

    assert not meanwhile
    assert section.check.isEnabled()


def test_a_file_that_others_may_read_can_be_kept_to_oneself(
    seat: Sitting, section: DatabaseSection, world: World
) -> None:
    assert section.facts.words()["Who may read it"] == "You alone"
    assert section.close_off.isHidden()
    world.database.path.chmod(0o644)
    section.show_facts()
    assert section.facts.words()["Who may read it"] == "Others on this PC too"

    section.close_off.click()

    assert section.facts.words()["Who may read it"] == "You alone"
    assert world.database.path.stat().st_mode & 0o777 == 0o600
    assert seat.host.said == ["Nobody else on this PC may read the file now."]


def test_sample_data_is_removed_once_that_was_said_twice(
    seat: Sitting, section: DatabaseSection, world: World
) -> None:
    assert section.remove.isHidden()
    with world.database.write() as session:
        session.add(Setting(name="sample", value="yes"))
    section.show_facts()

    section.remove.click()
    dialog = section.findChild(MessageDialog)
    assert dialog is not None
    assert seat.host.emptied == 0
    dialog.accept()

    assert seat.host.emptied == 1


def test_a_shared_database_can_be_joined_from_here(
    seat: Sitting, section: DatabaseSection, server: Server
) -> None:
    address = server.create("office")
    section.join.click()
    dialog = section.findChild(OpeningDialog)
    assert dialog is not None
    assert not dialog.join.back.isVisible()
    dialog.join.server.setText(address.words)
    dialog.join.how.setCurrentIndex(1)

    dialog.join.connect_.click()
    seat.qtbot.waitUntil(lambda: bool(seat.host.opened), timeout=20_000)

    assert seat.host.opened == [address]
    server.drop(address)
