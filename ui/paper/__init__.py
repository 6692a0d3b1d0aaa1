"""What is printed, all from the rows of ``venues.services.printing``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ui.paper.document import Document
from ui.paper.output import save
from venues.domain.sheets import SheetData
from venues.services.progress import Progress, quiet

__all__ = ["Document", "save", "write_pdf"]


def write_pdf(
    sheets: Sequence[SheetData], path: Path, *, progress: Progress = quiet
) -> int:
    """Write sheets as one PDF in A4, and return how many pages it has.

    It needs a QGuiApplication, but no screen.

    Raises:
        VenuesError: the file cannot be written.
        ValueError: there is no sheet.
    """
    return save(Document(sheets), path, progress)
