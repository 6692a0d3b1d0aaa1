"""An import, from the file to the last step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB
from ui.desk import Desk
from ui.dialogs.importing import ImportDialog
from ui.jobs import Job
from venues.database.models import Venue
from venues.database.session import Database
from venues.services.spreadsheets import writing

LIST = "Library,Where,Mon,Price\nOld Mill,WA2 9AA,9-5,£3\nNew Hall,WA9 9ZZ,9-5,£3\n"


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; the hub is in the catalogue."""
    scene.fill(database)
    with scene.desk(database) as (desk, _told):
        yield desk


@pytest.fixture
def dialog(desk: Desk, tmp_path: Path) -> ImportDialog:
    made = ImportDialog(desk, tmp_path / "list.csv", scene.window(desk))
    made.open()
    return made


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    return path


def wait(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.findChildren(Job), timeout=10_000)


def read(qtbot: QtBot, desk: Desk, dialog: ImportDialog, path: Path) -> None:
    dialog.read(str(path))
    wait(qtbot, desk)


def names(desk: Desk) -> list[str]:
    known = spreadsheets.now(desk.database)
    return sorted(venue.name for venue in known.venues.values())


def test_a_foreign_list_goes_from_columns_to_preview_to_done(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, foreign: Path
) -> None:
    read(qtbot, desk, dialog, foreign)
    assert dialog.steps.currentWidget() is dialog.matching
    dialog.matching.kind.setText("library")

    dialog.matching.go.click()
    wait(qtbot, desk)
    assert dialog.steps.currentWidget() is dialog.preview
    assert dialog.preview.go.text() == "Import 1 row"

    with qtbot.waitSignal(dialog.imported):
        dialog.preview.go.click()
    wait(qtbot, desk)

    assert names(desk) == [HUB.name, "Old Mill"]
    assert dialog.steps.currentWidget() is dialog.done_step
    assert not dialog.done_step.copy.isHidden()
    mill = spreadsheets.now(desk.database).venues[2]
    assert (mill.kind, mill.status, mill.rate) == ("library", "active", 300)


def test_the_match_is_remembered_for_the_next_list(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, foreign: Path
) -> None:
    read(qtbot, desk, dialog, foreign)
    price = dialog.matching.choices[3]
    price.setCurrentIndex(price.findData("notes"))
    dialog.matching.go.click()
    wait(qtbot, desk)
    with qtbot.waitSignal(dialog.imported):
        dialog.preview.go.click()
    wait(qtbot, desk)

    again = ImportDialog(desk, foreign, scene.window(desk))
    again.open()
    read(qtbot, desk, again, foreign)

    assert again.matching.match()[3] == "notes"


def test_only_the_cell_is_left_out_if_that_is_chosen(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Where,Price\nOld Mill,WA2 9AA,dear\n", "utf-8")
    read(qtbot, desk, dialog, path)
    dialog.matching.go.click()
    wait(qtbot, desk)
    assert not dialog.preview.go.isEnabled()

    dialog.preview.leave.choose("cell")
    wait(qtbot, desk)

    assert dialog.preview.go.text() == "Import 1 row"


def test_a_match_that_cannot_be_is_complained_about(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, foreign: Path
) -> None:
    read(qtbot, desk, dialog, foreign)
    dialog.matching.choices[0].setCurrentIndex(0)

    dialog.matching.go.click()

    assert dialog.matching.notice.text == (
        "Say which column has the names of the venues."
    )


def test_another_sheet_of_the_file_can_be_meant(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    rows = [["Library", "Where"], ["Old Mill", "WA2 9AA"], ["Hall", "WA2 9AA"]]
    path.write_bytes(spreadsheets.xlsx({"Long": rows, "Short": rows[:2]}))
    read(qtbot, desk, dialog, path)

    dialog.matching.sheet.setCurrentIndex(1)
    dialog.matching.sheet.activated.emit(1)
    wait(qtbot, desk)
    dialog.matching.go.click()
    wait(qtbot, desk)

    assert len(dialog.preview.model.rows) == 1


def test_what_was_exported_needs_no_match_and_changes_nothing(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "Venues.xlsx"
    with desk.database.read() as session:
        writing.export(session, path, desk.viewer)

    read(qtbot, desk, dialog, path)
    wait(qtbot, desk)

    assert dialog.steps.currentWidget() is dialog.preview
    assert not dialog.preview.go.isEnabled()
    dialog.preview.back.click()
    assert dialog.steps.currentWidget() is dialog.choose


def test_a_file_of_no_use_is_told_where_it_was_chosen(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7")

    read(qtbot, desk, dialog, path)

    assert dialog.steps.currentWidget() is dialog.choose
    assert "is a PDF, not a spreadsheet" in dialog.choose.notice.text


def test_back_leads_to_the_columns_again(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, foreign: Path
) -> None:
    read(qtbot, desk, dialog, foreign)
    dialog.matching.go.click()
    wait(qtbot, desk)

    dialog.preview.back.click()
    assert dialog.steps.currentWidget() is dialog.matching
    dialog.matching.back.click()
    assert dialog.steps.currentWidget() is dialog.choose


def test_a_change_by_somebody_else_meanwhile_is_told_and_nothing_is_done(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Price\n{HUB.name},£3\n", "utf-8")
    read(qtbot, desk, dialog, path)
    dialog.matching.go.click()
    wait(qtbot, desk)
    with desk.database.write() as session:
        session.get_one(Venue, 1).notes = "New."

    dialog.preview.go.click()
    wait(qtbot, desk)

    assert "Somebody else changed" in dialog.preview.notice.text
    assert spreadsheets.now(desk.database).venues[1].rate == HUB.rate


def test_an_import_that_is_stopped_leaves_everything_as_it_was(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    rows = "".join(f"Mill {number},WA2 9AA\n" for number in range(300))
    path.write_text(f"Name,Where\n{rows}", "utf-8")
    read(qtbot, desk, dialog, path)
    dialog.matching.go.click()
    wait(qtbot, desk)

    dialog.preview.go.click()
    dialog.reject()
    wait(qtbot, desk)

    assert names(desk) == [HUB.name]
    assert dialog.steps.currentWidget() is dialog.preview
    assert dialog.preview.notice.text == "It was stopped, and nothing was changed."


def test_a_file_is_asked_for(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.choose.choose.click()

    (asked,) = dialog.findChildren(QFileDialog)
    assert "*.ods" in asked.nameFilters()[0]
    asked.reject()


def test_it_is_closed_by_its_button(qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.rejected):
        dialog.choose.cancel.click()


def nameless(dialog: ImportDialog) -> list[str]:
    return [
        type(child).__name__
        for child in dialog.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(child).text(QAccessible.Text.Name)
    ]


def test_everything_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, foreign: Path
) -> None:
    found = nameless(dialog)
    read(qtbot, desk, dialog, foreign)
    found += nameless(dialog)
    dialog.matching.go.click()
    wait(qtbot, desk)
    found += nameless(dialog)

    assert found == []


def test_the_whole_way_goes_by_keyboard(
    qtbot: QtBot, desk: Desk, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Where\nOld Mill,WA2 9AA\n", "utf-8")
    read(qtbot, desk, dialog, path)

    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        wait(qtbot, desk)

    assert names(desk) == [HUB.name, "Old Mill"]
    assert dialog.focusWidget() is dialog.done_step.close_button
