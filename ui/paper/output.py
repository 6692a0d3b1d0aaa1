"""Where pages go: a PDF that appears whole or not at all, or a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QMarginsF, QRectF, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from ui.paper.document import Document
from venues.errors import VenuesError
from venues.services.progress import Progress, quiet

MINE = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner
RESOLUTION = 1200  # dots per inch: a unit of a page is then nearly one dot

CANNOT_WRITE = (
    "The PDF could not be saved as “{name}”. Close it if it is open in another "
    "program, or choose another folder."
)


def save(document: Document, path: Path, progress: Progress = quiet) -> int:
    """Write the pages as a PDF and return how many there are.

    The file is written beside its place and moved there when it is whole: if it fails
    or is cancelled, whatever was there before is untouched.

    Raises:
        VenuesError: the file cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise VenuesError(CANNOT_WRITE.format(name=path.name))
    file.setPermissions(MINE)
    try:
        writer = QPdfWriter(file)
        writer.setResolution(RESOLUTION)
        writer.setTitle(document.name)
        writer.setCreator("")
        writer.setPageLayout(_edge_to_edge(document.layout))
        pages = send(document, writer, progress=progress)
    except BaseException:
        file.cancelWriting()
        raise
    if not file.commit():
        raise VenuesError(CANNOT_WRITE.format(name=path.name))
    return pages


def send(
    document: Document,
    device: QPagedPaintDevice,
    *,
    copies: int = 1,
    progress: Progress = quiet,
) -> int:
    """Paint every page of every copy on a device that has pages; returns how many.

    Copies are painted one by one, since each says at its foot which it is. The device
    must paint from edge to edge of its paper.

    Raises:
        VenuesError: the device cannot be painted on, or has no more room.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise VenuesError("The printer did not answer. Check it, or save a PDF.")
    total = copies * len(document.pages)
    box = QRectF(0, 0, device.width(), device.height())
    try:
        for number in range(total):
            progress(number, total)
            if number and not device.newPage():
                raise VenuesError("The printer took no more pages. Check it.")
            copy, page = divmod(number, len(document.pages))
            document.paint(painter, page, box, copy + 1)
        progress(total, total)
    finally:
        painter.end()
    return total


def _edge_to_edge(layout: QPageLayout) -> QPageLayout:
    """The same paper; our margins are drawn, not cut off."""
    whole = QPageLayout(layout)
    whole.setMode(QPageLayout.Mode.FullPageMode)
    whole.setMargins(QMarginsF(0, 0, 0, 0))
    return whole
