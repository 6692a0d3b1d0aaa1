"""The database, its backups, and whether it is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui import backed_up
from ui.dialogs.restore import RestoreDialog
from ui.kinds import Kind
from ui.pages.settings_database import DatabaseSection
from venues.services import backups


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
    assert facts["Last backup"] == "Not backed up"
    assert facts["Size"].endswith(" MB")


def test_a_backup_is_written_checked_and_remembered(
    seat: Sitting, section: DatabaseSection, tmp_path: Path
) -> None:
    target = tmp_path / "copy.sqlite"

    section.back_up_to(target)
    assert not section.back_up.isEnabled()
    seat.rest()

    assert backups.inspect(target).rooms == 6
    assert seat.host.said == ["Backed up to copy.sqlite, and read back."]
    kept = seat.desk.preferences
    assert backed_up.backup_of(kept, seat.desk.database.path) == target
    assert section.facts.words()["Last backup"].endswith(f": {target}")
    assert section.back_up.isEnabled()
    assert section.stop.isHidden()


def test_a_backup_that_cannot_be_made_says_why(
    seat: Sitting, section: DatabaseSection, tmp_path: Path
) -> None:
    section.back_up_to(tmp_path / "missing" / "copy.sqlite")
    seat.rest()

    assert "There is no folder" in section.notice.text
    assert seat.host.said == []


def test_the_place_is_asked_for_with_a_name_proposed(
    seat: Sitting, section: DatabaseSection, tmp_path: Path
) -> None:
    section.back_up.click()
    dialog = asked(section)
    assert dialog.selectedFiles()[0].endswith("Venues 2026-11-23 0800.sqlite")

    dialog.fileSelected.emit(str(tmp_path / "chosen.sqlite"))
    seat.rest()

    assert (tmp_path / "chosen.sqlite").exists()


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


def test_a_backup_is_looked_at_before_it_is_restored(
    seat: Sitting, section: DatabaseSection, tmp_path: Path
) -> None:
    section.back_up_to(tmp_path / "copy.sqlite")
    seat.rest()

    section.restore.click()
    dialog = section.findChild(RestoreDialog)
    assert dialog is not None
    seat.rest()
    assert "3 venues, 6 rooms" in dialog.about.text()
    dialog.restore.click()

    assert seat.host.restored == [tmp_path / "copy.sqlite"]


def test_others_back_up_but_do_not_restore(seat: Sitting, world: World) -> None:
    section = DatabaseSection(seat.desk.for_viewer(world.practitioner))
    seat.show(section)

    assert section.back_up.isVisible()
    assert not section.restore.isVisible()


def test_work_can_be_stopped(
    seat: Sitting, section: DatabaseSection, tmp_path: Path
) -> None:
    seat.desk.jobs.run("First", lambda _progress: None)
    section.back_up_to(tmp_path / "copy.sqlite")

    section.stop.click()
    seat.rest()

    assert section.back_up.isEnabled()
    assert seat.host.said in ([], ["Backed up to copy.sqlite, and read back."])
