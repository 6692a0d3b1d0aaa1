"""A PDF appears whole or not at all; a printer gets numbered copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests import paper_sheets as sheets
from tests import pdf
from ui.jobs import Cancelled
from ui.paper import Document, write_pdf
from ui.paper.output import save, send
from ui.paper.page import a4
from venues.errors import VenuesError

HALL = sheets.room("Hall")


def test_a_saved_file_says_nothing_but_its_neutral_name(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "week.pdf"

    pages = write_pdf([sheets.week(HALL)], path)

    assert pages == 1
    assert path.stat().st_mode & 0o777 == 0o600
    said = pdf.title(path)
    assert said.pop("Title") == "Room schedule 2026-W48 Millbrook"
    assert list(said) == ["Producer"]
    assert said["Producer"].startswith("Qt")


def test_colons_and_hyphens_can_be_read_back(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "week.pdf"
    entry = sheets.entry(0, "WA-20417")

    write_pdf([sheets.week(sheets.room("Hall", sheets.Cell((entry,))))], path)

    assert "08:00 to 08:20" in pdf.text(path)
    assert "WA-20417" in pdf.text(path)


def stop_at(page: int) -> object:
    """A progress report that stops the work at that page."""

    def progress(done: int, _total: int) -> None:
        if done == page:
            raise Cancelled

    return progress


def test_cancelling_leaves_what_was_there(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "week.pdf"
    path.write_text("older")
    document = Document([sheets.week(HALL), sheets.week(HALL)])

    with pytest.raises(Cancelled):
        save(document, path, stop_at(1))

    assert [file.name for file in tmp_path.iterdir()] == ["week.pdf"]
    assert path.read_text() == "older"


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(VenuesError, match=r"“week\.pdf”.*choose another folder"):
        write_pdf([sheets.week(HALL)], tmp_path / "missing" / "week.pdf")


def test_a_place_that_is_a_folder_is_said_in_a_sentence(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(VenuesError, match="could not be saved"):
        write_pdf([sheets.week(HALL)], tmp_path)


def test_each_copy_on_a_printer_has_its_number(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(a4())
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    told: list[tuple[int, int]] = []

    pages = send(
        Document([sheets.week(HALL), sheets.week(HALL)]),
        printer,
        copies=2,
        progress=lambda done, total: told.append((done, total)),
    )

    read = pdf.pages(path)
    assert pages == len(read) == 4
    assert ["Copy 2." in page.text for page in read] == [False, False, True, True]
    assert {page.size for page in read} == {(842, 595)}
    assert told == [(n, 4) for n in range(5)]


def test_paper_and_file_look_the_same(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(a4())
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    document = Document([sheets.week(HALL)])

    send(document, printer)
    save(document, tmp_path / "saved.pdf")

    (one,) = pdf.pages(tmp_path / "printed.pdf")
    (other,) = pdf.pages(tmp_path / "saved.pdf")
    assert one == other


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt's own word for it
def test_a_printer_that_cannot_be_reached_is_said_in_a_sentence(
    qapp: QApplication, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))

    with pytest.raises(VenuesError, match="The printer did not answer"):
        send(Document([sheets.week(HALL)]), printer)
