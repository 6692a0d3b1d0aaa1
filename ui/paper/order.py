"""Something to be printed, and the three ways it goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout

from ui.paper.document import Document
from ui.paper.output import save, send
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.sheets import Sheet, SheetData
from venues.domain.words import count
from venues.services import directions, outing_sheet, printing
from venues.services.progress import Progress, quiet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Sheets for somebody; it may be carried out on any thread.

    Each way out reads what it prints anew, and returns a sentence that says what was
    done.
    """

    database: Database
    viewer: Viewer
    now: datetime
    twenty_four: bool
    layout: QPageLayout

    def gather(self) -> list[SheetData]:
        """The sheets, one after another.

        Raises:
            VenuesError: there is nothing that may be printed.
        """
        raise NotImplementedError

    def document(self, progress: Progress = quiet) -> Document:
        """The pages."""
        return Document(self.gather(), self.layout, progress)

    def save(self, path: Path, progress: Progress) -> str:
        """Save all of it as one PDF.

        Raises:
            VenuesError: the file cannot be written.
        """
        pages = save(self.document(), path, progress)
        return f"Saved {count(pages, 'page')} as “{path.name}”."

    def send(self, printer: QPrinter, copies: int, progress: Progress) -> str:
        """Print it, each copy with its number.

        Raises:
            VenuesError: the printer takes no pages.
        """
        document = self.document()
        printer.setDocName(document.name)
        pages = send(document, printer, copies=copies, progress=progress)
        return f"Sent {count(pages, 'page')} to the printer."


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder(Order):
    """Whose sheets of which week."""

    sheets: tuple[Sheet, ...]
    monday: date
    venue_ids: tuple[int, ...]

    def gather(self) -> list[SheetData]:
        """Sheet after sheet, and in each venue after venue.

        Raises:
            NotAllowed: this role prints no bookings.
            NotFound: none of the venues has a room in use.
        """
        with self.database.read() as session:
            return [
                made
                for sheet in self.sheets
                for made in printing.gather(
                    session,
                    self.viewer,
                    monday=self.monday,
                    venue_ids=() if sheet is Sheet.OWN else self.venue_ids,
                    sheet=sheet,
                    now=self.now,
                    twenty_four=self.twenty_four,
                )
            ]

    def save_each(self, folder: Path, progress: Progress) -> str:
        """Save a PDF for each venue; a file that is already there is left alone.

        Raises:
            VenuesError: a file cannot be written; those before it are there.
        """
        sheets = self.gather()
        titles = list(dict.fromkeys(sheet.head.title for sheet in sheets))
        for done, title in enumerate(titles):
            progress(done, len(titles))
            same = [sheet for sheet in sheets if sheet.head.title == title]
            document = Document(same, self.layout)
            save(document, _unused(folder, document.name))
        progress(len(titles), len(titles))
        return f"Saved {count(len(titles), 'PDF')} in “{folder.name}”."


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionsOrder(Order):
    """The way to a venue, for nobody in particular or for one booking there."""

    venue_id: int
    booking_id: int | None = None

    def gather(self) -> list[SheetData]:
        """The one page.

        Raises:
            NotFound: there is no such venue, or the booking is not theirs.
        """
        with self.database.read() as session:
            sheet = directions.sheet(
                session,
                self.viewer,
                self.venue_id,
                now=self.now,
                booking_id=self.booking_id,
                twenty_four=self.twenty_four,
            )
        return [sheet]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOrder(Order):
    """Who is out, of one authority or of all."""

    authority_id: int | None = None

    def gather(self) -> list[SheetData]:
        """The list.

        Raises:
            NotAllowed: the viewer does not answer for everybody who is out.
        """
        with self.database.read() as session:
            sheet = outing_sheet.sheet(
                session, self.viewer, now=self.now, authority_id=self.authority_id
            )
        return [sheet]


def _unused(folder: Path, name: str) -> Path:
    """A place in the folder where no file is yet."""
    path = folder / f"{name}.pdf"
    number = 2
    while path.exists():
        path = folder / f"{name} ({number}).pdf"
        number += 1
    return path
