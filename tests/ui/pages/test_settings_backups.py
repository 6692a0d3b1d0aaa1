"""Backups made, looked at and put back from Settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui import backed_up
from ui.dialogs.restore import RestoreDialog
from ui.pages.settings_backups import BackupsCard
from venues.services import backups, daily_backups


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def card(seat: Sitting) -> BackupsCard:
    made = BackupsCard(seat.desk, seat.desk.database.path)
    seat.show(made)
    return made


def asked(card: BackupsCard) -> QFileDialog:
    """The file dialog that is open."""
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    return dialog


def test_a_backup_is_written_checked_and_remembered(
    seat: Sitting, card: BackupsCard, tmp_path: Path
) -> None:
    target = tmp_path / "copy.sqlite"

    card.back_up_to(target)
    assert not card.back_up.isEnabled()
    seat.rest()

    assert backups.inspect(target).rooms == 6
    assert seat.host.said == ["Backed up to copy.sqlite, and read back."]
    kept = seat.desk.preferences
    assert backed_up.elsewhere(kept, seat.desk.database.path) == target
    assert card.facts.words()["Where"] == str(target)
    assert card.back_up.isEnabled()
    assert card.stop.isHidden()


def test_one_press_makes_a_backup_beside_the_database(
    seat: Sitting, card: BackupsCard, world: World
) -> None:
    assert card.facts.words()["Last backup"] == "Not backed up"

    card.back_up.click()
    seat.rest()

    (made,) = daily_backups.own(world.database.path)
    assert seat.host.said == [
        "Backed up to Venues 2026-11-23 0800.sqlite, and read back."
    ]
    assert card.facts.words() == {
        "Last backup": "Backed up 8:00am",
        "Where": str(made.path),
        "Beside the database": "1 backup",
    }


def test_a_backup_that_cannot_be_made_says_why(
    seat: Sitting, card: BackupsCard, tmp_path: Path
) -> None:
    card.back_up_to(tmp_path / "missing" / "copy.sqlite")
    seat.rest()

    assert "There is no folder" in card.notice.text
    assert seat.host.said == []


def test_the_place_is_asked_for_with_a_name_proposed(
    seat: Sitting, card: BackupsCard, tmp_path: Path
) -> None:
    card.elsewhere.click()
    dialog = asked(card)
    assert dialog.selectedFiles()[0].endswith("Venues 2026-11-23 0800.sqlite")

    dialog.fileSelected.emit(str(tmp_path / "chosen.sqlite"))
    seat.rest()

    assert (tmp_path / "chosen.sqlite").exists()


def test_a_backup_is_looked_at_before_it_is_restored(
    seat: Sitting, card: BackupsCard, tmp_path: Path
) -> None:
    card.back_up_to(tmp_path / "copy.sqlite")
    seat.rest()

    card.restore.click()
    dialog = card.findChild(RestoreDialog)
    assert dialog is not None
    seat.rest()
    assert "3 venues, 6 rooms" in dialog.about.text()
    dialog.restore.click()

    assert seat.host.restored == [tmp_path / "copy.sqlite"]


def test_others_back_up_but_do_not_restore(seat: Sitting, world: World) -> None:
    card = BackupsCard(seat.desk.for_viewer(world.practitioner), world.database.path)
    seat.show(card)

    assert card.back_up.isVisible()
    assert not card.restore.isVisible()


def test_work_can_be_stopped(seat: Sitting, card: BackupsCard, tmp_path: Path) -> None:
    seat.desk.jobs.run("First", lambda _progress: None)
    card.back_up_to(tmp_path / "copy.sqlite")

    card.stop.click()
    seat.rest()

    assert card.back_up.isEnabled()
    assert seat.host.said in ([], ["Backed up to copy.sqlite, and read back."])
