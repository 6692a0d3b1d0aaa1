"""The print dialog: look first, then print or save."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests import paper_desk, pdf
from tests import paper_scene as scene
from tests.paper_scene import Made
from ui.desk import Desk
from ui.dialogs.page_set_up import PageSetUpDialog
from ui.dialogs.print_week import FOLDER, NO_PRINTER, PrintDialog
from ui.paper.lettering import POINT
from ui.preferences import TWENTY_FOUR
from venues.database.session import Database
from venues.domain.sheets import Sheet


@pytest.fixture
def desk(database: Database, qapp: QApplication) -> Iterator[Desk]:
    """A practitioner's desk on a week with bookings."""
    scene.fill(database, *scene.week())
    made = paper_desk.desk(database)
    yield made
    made.jobs.close()


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> PrintDialog:
    """The dialog for Millbrook, with its preview made."""
    made = PrintDialog(desk, (scene.MILLBROOK,), scene.MONDAY)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.open()
    qtbot.waitUntil(lambda: made.preview.document is not None)
    return made


def pages(dialog: PrintDialog) -> int:
    return len(dialog.preview.document.pages) if dialog.preview.document else 0


def printer_into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    return printer


def test_it_opens_with_a_preview_of_what_was_asked_for(dialog: PrintDialog) -> None:
    assert pages(dialog) == 1
    assert dialog.preview.document is not None
    assert dialog.preview.document.name == "Room schedule 2026-W48 Millbrook"
    assert dialog.windowTitle() == "Print"


def test_without_a_week_it_is_this_one(desk: Desk, qtbot: QtBot) -> None:
    made = PrintDialog(desk)
    qtbot.addWidget(made)

    assert made.choice.monday() == scene.MONDAY


def test_another_choice_changes_the_preview(dialog: PrintDialog, qtbot: QtBot) -> None:
    dialog.choice.sheets[Sheet.DOOR].setChecked(True)
    dialog.choice.all.click()

    qtbot.waitUntil(lambda: pages(dialog) == 4)


def test_the_preview_follows_what_others_change(
    dialog: PrintDialog, desk: Desk, qtbot: QtBot
) -> None:
    before = dialog.preview.document

    with desk.database.write() as session:
        scene.book(session, Made(day=6))

    qtbot.waitUntil(lambda: dialog.preview.document not in {None, before})


def test_what_is_missing_is_said_and_nothing_can_be_printed(
    dialog: PrintDialog, tmp_path: Path
) -> None:
    dialog.choice.none.click()
    dialog.save_as(tmp_path / "week.pdf")
    dialog.save_each(tmp_path)
    dialog.print_on(printer_into(tmp_path / "printed.pdf"))

    assert dialog.complaint.text() == "No venue is chosen. Tick at least one."
    assert dialog.preview.document is None
    assert not dialog.print.isEnabled()
    assert not dialog.save.isEnabled()
    assert list(tmp_path.glob("*.pdf")) == []


def test_saving_writes_the_pdf_says_so_and_closes(
    dialog: PrintDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_as(tmp_path / "week.pdf")

    assert paper_desk.said(desk) == ["Saved 1 page as “week.pdf”."]
    assert "Supervision session" in pdf.text(tmp_path / "week.pdf")


def test_the_clock_is_the_one_in_settings(
    dialog: PrintDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.preferences[TWENTY_FOUR] = True

    with qtbot.waitSignal(dialog.accepted):
        dialog.save_as(tmp_path / "week.pdf")

    assert "15:30 to 16:30" in pdf.text(tmp_path / "week.pdf")


def test_printing_numbers_the_copies(
    dialog: PrintDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    printer = printer_into(tmp_path / "printed.pdf")
    printer.setPageLayout(dialog.preview.document.layout)  # type: ignore[union-attr]
    printer.setCopyCount(2)

    with qtbot.waitSignal(dialog.accepted):
        dialog.print_on(printer)

    first, second = pdf.pages(tmp_path / "printed.pdf")
    assert "Copy 1." in first.text
    assert "Copy 2." in second.text
    assert first.size == (842, 595)
    assert paper_desk.said(desk) == ["Sent 2 pages to the printer."]


def test_a_file_that_cannot_be_written_is_said_and_the_dialog_stays(
    dialog: PrintDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.save_as(tmp_path / "missing" / "week.pdf")
    qtbot.waitUntil(lambda: bool(dialog.complaint.text()))

    assert "choose another folder" in dialog.complaint.text()
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert paper_desk.said(desk) == []


def test_a_job_can_be_stopped(
    dialog: PrintDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    held = Event()
    desk.jobs.run("Something before it", lambda _progress: held.wait(20))

    dialog.save_as(tmp_path / "week.pdf")
    shown = dialog.stop.isVisible() and not dialog.choice.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    held.set()

    qtbot.waitUntil(dialog.print.isEnabled)
    assert shown
    assert dialog.stop.isHidden()
    assert dialog.isVisible()
    assert not (tmp_path / "week.pdf").exists()


def test_the_file_is_asked_for_with_its_neutral_name(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (asking,) = dialog.findChildren(QFileDialog)
    (proposed,) = asking.selectedFiles()
    asking.setDirectory(str(tmp_path))
    asking.selectFile("mine")

    with qtbot.waitSignal(dialog.accepted):
        asking.accept()

    assert Path(proposed).name == "Room schedule 2026-W48 Millbrook.pdf"
    assert (tmp_path / "mine.pdf").exists()


def test_the_folder_is_remembered(
    dialog: PrintDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.preferences[FOLDER] = str(tmp_path)

    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    (asking,) = dialog.findChildren(QFileDialog)
    assert asking.directory().path() == tmp_path.as_posix()


def test_nothing_is_saved_before_the_pages_are_ready(desk: Desk, qtbot: QtBot) -> None:
    made = PrintDialog(desk, (scene.MILLBROOK,))
    qtbot.addWidget(made)

    qtbot.mouseClick(made.save, Qt.MouseButton.LeftButton)

    assert made.complaint.text().startswith("The pages are not ready yet.")
    assert made.findChildren(QFileDialog) == []


def test_each_venue_can_have_a_file_of_its_own(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.choice.all.click()
    dialog.choice.alone.setChecked(True)
    qtbot.waitUntil(lambda: pages(dialog) == 2)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (asking,) = dialog.findChildren(QFileDialog)
    folder = tmp_path / "sheets"
    folder.mkdir()
    asking.setDirectory(str(tmp_path))
    asking.selectFile("sheets")

    with qtbot.waitSignal(dialog.accepted):
        asking.accept()

    assert sorted(file.name for file in folder.iterdir()) == [
        "Room schedule 2026-W48 Lantern.pdf",
        "Room schedule 2026-W48 Millbrook.pdf",
    ]


def printers(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Stand in for the printers that are set up on the PC."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: list(names))


def test_without_a_printer_it_says_what_to_do_instead(
    dialog: PrintDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printers(monkeypatch)

    qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton)

    assert dialog.complaint.text() == NO_PRINTER
    assert dialog.isVisible()


def test_the_printer_is_asked_for_with_the_copies_that_were_chosen(
    dialog: PrintDialog,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    printers(monkeypatch, "Office")
    dialog.copies.setValue(3)

    qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton)
    (asking,) = dialog.findChildren(QPrintDialog)
    copies = asking.printer().copyCount()
    asking.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(dialog.accepted):
        asking.done(QPrintDialog.DialogCode.Accepted)

    assert copies == 3
    assert len(pdf.pages(tmp_path / "printed.pdf")) == 3


def test_page_set_up_changes_the_paper(dialog: PrintDialog, qtbot: QtBot) -> None:
    before = dialog.preview.document
    qtbot.mouseClick(dialog.set_up, Qt.MouseButton.LeftButton)
    (asking,) = dialog.findChildren(PageSetUpDialog)
    asking.paper.setCurrentText("A3")

    qtbot.keyClick(asking, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: dialog.preview.document is not before)
    assert dialog.preview.document is not None
    assert dialog.preview.document.paper.size.width() == 1191 * POINT


def test_closing_prints_nothing(dialog: PrintDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.reload()

    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)

    assert paper_desk.said(desk) == []


def test_an_earlier_week_is_an_arrow_away(dialog: PrintDialog, qtbot: QtBot) -> None:
    before = dialog.preview.document

    dialog.choice.day.choose(date(2026, 11, 18))

    qtbot.waitUntil(lambda: dialog.preview.document is not before)
    assert dialog.preview.document is not None
    assert dialog.preview.document.name == "Room schedule 2026-W47 Millbrook"
