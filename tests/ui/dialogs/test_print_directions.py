"""Printing the way to a venue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests import pdf
from tests.ui.sitting import Sitting, sit
from tests.venues import hired
from tests.world import WILLOW, World
from ui.dialogs.print_directions import DirectionsDialog
from ui.dialogs.print_week import FOLDER, NO_PRINTER
from venues.database.models import Venue


@pytest.fixture(autouse=True)
def nowhere(world: World) -> None:
    """Where Millbrook lies is not known: its page is made without the map."""
    with world.database.write() as session:
        session.get_one(Venue, 1).easting = None


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def opened(seat: Sitting, booking_id: int | None = None) -> DirectionsDialog:
    dialog = DirectionsDialog(seat.desk, 1, seat.owner(), booking_id=booking_id)
    dialog.show()
    seat.rest()
    return dialog


def test_it_is_looked_at_and_saved_for_a_booking(
    seat: Sitting, world: World, tmp_path: Path
) -> None:
    booked = hired.book(world, room_ids=(WILLOW,))
    dialog = opened(seat, booked)
    assert dialog.preview.document is not None
    assert dialog.preview.document.name == "Directions Millbrook"
    path = tmp_path / "way.pdf"

    dialog.save_as(path)
    seat.rest()

    (page,) = pdf.pages(path)
    assert "Thursday 26 November 2026, 3pm" in page.text
    assert "WA-20417" not in page.text
    assert seat.host.said == ["Saved 1 page as “way.pdf”."]


def test_the_place_is_asked_for_and_remembered(seat: Sitting, tmp_path: Path) -> None:
    dialog = opened(seat)

    dialog.save.click()
    asking = dialog.findChild(QFileDialog)
    assert asking is not None
    asking.fileSelected.emit(str(tmp_path / "Directions Millbrook.pdf"))
    seat.rest()

    assert (tmp_path / "Directions Millbrook.pdf").exists()
    assert seat.desk.preferences[FOLDER] == str(tmp_path)


def test_without_a_printer_it_says_what_to_do(seat: Sitting) -> None:
    dialog = opened(seat)

    dialog.print.click()

    assert dialog.complaint.text() == NO_PRINTER


def test_it_prints(seat: Sitting, tmp_path: Path) -> None:
    dialog = opened(seat)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    dialog.print_on(printer)
    seat.rest()

    assert seat.host.said == ["Sent 1 page to the printer."]


def test_a_file_that_cannot_be_written_is_said(seat: Sitting, tmp_path: Path) -> None:
    dialog = opened(seat)

    dialog.save_as(tmp_path / "missing" / "way.pdf")
    seat.rest()

    assert "could not be saved" in dialog.complaint.text()
    assert dialog.save.isEnabled()
    assert dialog.isVisible()


def test_our_own_mistake_is_not_hidden(seat: Sitting) -> None:
    dialog = opened(seat)

    with pytest.raises(ZeroDivisionError):
        dialog._fail(ZeroDivisionError())  # noqa: SLF001 - as a job would


def test_escape_closes_it(seat: Sitting) -> None:
    dialog = opened(seat)

    with seat.qtbot.waitSignal(dialog.rejected):
        dialog.reject()
