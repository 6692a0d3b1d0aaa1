"""Opens the photos of a venue in whatever program this PC shows them with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from venues.errors import WrongInput

PICTURES = frozenset(
    {".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".pdf", ".png", ".tif", ".tiff", ".webp"}
)
"""Endings of files that are opened; anything else might be a program."""


def place(named: str, beside: Path) -> Path:
    """The file or folder that is meant; a bare name stands beside the database.

    Raises:
        WrongInput: there is nothing of that name, or it is no picture.
    """
    path = beside / named.strip()
    if named.strip() and path.is_dir():
        return path
    if not path.is_file():
        raise WrongInput(
            f"There are no photos at “{named}” on this PC. Type another file or folder "
            "under Edit, or put them there.",
            "photos",
        )
    if path.suffix.lower() not in PICTURES:
        raise WrongInput(
            f"“{path.name}” is not a picture, so it is not opened from here.", "photos"
        )
    return path


def show(named: str, beside: Path) -> None:
    """Open them.

    Raises:
        WrongInput: as ``place``, or this PC has nothing to open them with.
    """
    path = place(named, beside)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise WrongInput(f"This PC has no program that opens “{path.name}”.", "photos")
