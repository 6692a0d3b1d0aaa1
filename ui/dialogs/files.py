"""Asks for a file, without making the rest of the window wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

DATABASES = "Venues databases (*.sqlite *.db);;All files (*)"
CALENDARS = "Calendar files (*.ics);;All files (*)"
SPREADSHEETS = "Spreadsheets (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)"


def ask_which(
    parent: QWidget,
    title: str,
    start: Path,
    chosen: Callable[[str], object],
    kinds: str = DATABASES,
) -> QFileDialog:
    """Let somebody choose a file; ``chosen`` is called with its path."""
    dialog = _dialog(parent, title, start, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def ask_where(
    parent: QWidget,
    title: str,
    start: Path,
    chosen: Callable[[str], object],
    kinds: str = DATABASES,
) -> QFileDialog:
    """Let somebody name a file to write; ``chosen`` is called with its path."""
    dialog = _dialog(parent, title, start, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(start.suffix.removeprefix(".") or "sqlite")
    dialog.selectFile(start.name)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, start: Path, kinds: str) -> QFileDialog:
    """``start`` is the file to begin at, whether it is there or not."""
    folder = next((each for each in start.parents if each.is_dir()), Path.home())
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
