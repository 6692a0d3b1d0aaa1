"""Import and export from the head of the Venues page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB, Told
from tests.venues.services.millbrook import PRACTITIONER
from ui.desk import Desk
from ui.jobs import Job
from ui.pages.venue_sheets import WHOLE, VenueSheets
from ui.pages.venues import VenuesPage
from venues.database.session import Database
from venues.services.spreadsheets import reading


@pytest.fixture
def scenery(database: Database) -> Iterator[tuple[Desk, Told]]:
    """A coordinator's desk and what is said to its window."""
    scene.fill(database)
    with scene.desk(database) as made:
        yield made


@pytest.fixture
def sheets(scenery: tuple[Desk, Told]) -> VenueSheets:
    desk, told = scenery
    return VenueSheets(desk, told.window)


def wait(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.findChildren(Job), timeout=10_000)


def take_in(qtbot: QtBot, desk: Desk, sheets: VenueSheets, path: Path) -> None:
    sheets.open_import()
    dialog = sheets.dialog
    assert dialog is not None
    dialog.read(str(path))
    wait(qtbot, desk)
    dialog.matching.go.click()
    wait(qtbot, desk)
    with qtbot.waitSignal(dialog.imported):
        dialog.preview.go.click()
    wait(qtbot, desk)
    dialog.done_step.close_button.click()


def names(desk: Desk) -> list[str]:
    known = spreadsheets.now(desk.database)
    return sorted(venue.name for venue in known.venues.values())


def test_the_catalogue_is_exported_whole(
    qtbot: QtBot, scenery: tuple[Desk, Told], sheets: VenueSheets, tmp_path: Path
) -> None:
    desk, told = scenery
    path = tmp_path / "Venues.xlsx"

    sheets.export(str(path))
    wait(qtbot, desk)

    assert told.said == ["Exported 1 venue to Venues.xlsx."]
    assert len(reading.read(path).sheets) == 8


def test_where_it_is_to_go_is_asked_with_a_neutral_name(
    qtbot: QtBot, scenery: tuple[Desk, Told], sheets: VenueSheets, tmp_path: Path
) -> None:
    desk, told = scenery
    sheets.write.click()
    asking = sheets.asking
    assert asking is not None
    assert asking.selectedFiles()[0].endswith("Venues 2026-11-23.xlsx")

    asking.selectNameFilter("Only rooms (*.csv)")
    asking.filterSelected.emit("Only rooms (*.csv)")
    assert asking.defaultSuffix() == "csv"
    sheets.export(str(tmp_path / "Rooms.csv"))
    wait(qtbot, desk)
    asking.filterSelected.emit(WHOLE)

    assert asking.defaultSuffix() == "xlsx"
    assert told.said == ["Exported the sheet Rooms of 1 venue to Rooms.csv."]
    asking.reject()


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, scenery: tuple[Desk, Told], sheets: VenueSheets, tmp_path: Path
) -> None:
    desk, told = scenery

    sheets.export(str(tmp_path / "missing" / "Venues.xlsx"))
    wait(qtbot, desk)

    assert "could not be saved" in told.said[0]


def test_an_import_is_one_step_that_is_taken_back_and_done_again(
    qtbot: QtBot, scenery: tuple[Desk, Told], sheets: VenueSheets, tmp_path: Path
) -> None:
    desk, told = scenery
    path = tmp_path / "list.csv"
    path.write_text("Name,Where\nOld Mill,WA2 9AA\nNew Hall,WA7 5EA\n", "utf-8")
    take_in(qtbot, desk, sheets, path)

    assert told.said == ["Imported: 2 venues added. Undo takes all of it back. [Undo]"]
    assert desk.undo.undo_name == "Undo import of 2 venues"
    with qtbot.waitSignal(desk.undo.told):
        desk.undo.undo()
    assert names(desk) == [HUB.name]
    with qtbot.waitSignal(desk.undo.told):
        desk.undo.redo()
    assert names(desk) == [HUB.name, "New Hall", "Old Mill"]
    with qtbot.waitSignal(desk.undo.told):
        desk.undo.undo()
    assert names(desk) == [HUB.name]


def test_the_template_is_saved_from_the_first_step(
    qtbot: QtBot, scenery: tuple[Desk, Told], sheets: VenueSheets, tmp_path: Path
) -> None:
    desk, _told = scenery
    sheets.take_in.click()
    dialog = sheets.dialog
    assert dialog is not None
    dialog.choose.template.click()

    sheets.save_template(str(tmp_path / "Template.xlsx"))
    wait(qtbot, desk)
    assert "Saved the template as Template.xlsx" in dialog.choose.sentence.text()
    sheets.save_template(str(tmp_path / "missing" / "Template.xlsx"))
    wait(qtbot, desk)
    assert "could not be saved" in dialog.choose.notice.text
    dialog.reject()
    qtbot.waitUntil(lambda: sheets.dialog is None)


def test_the_page_has_the_buttons_for_those_who_keep_the_catalogue(
    qtbot: QtBot, scenery: tuple[Desk, Told]
) -> None:
    desk, _told = scenery
    page = VenuesPage(desk)
    qtbot.addWidget(page)
    reader = VenuesPage(desk.for_viewer(PRACTITIONER))
    qtbot.addWidget(reader)

    assert not page.sheets.take_in.isHidden()
    assert reader.sheets.take_in.isHidden()
    assert reader.sheets.write.isHidden()


def test_the_page_shows_what_was_imported(
    qtbot: QtBot, scenery: tuple[Desk, Told], tmp_path: Path
) -> None:
    desk, _told = scenery
    page = VenuesPage(desk)
    qtbot.addWidget(page)
    path = tmp_path / "list.csv"
    path.write_text("Name,Where\nOld Mill,WA2 9AA\n", "utf-8")

    take_in(qtbot, desk, page.sheets, path)

    qtbot.waitUntil(lambda: page.list.table.ordered.rowCount() == 2)
