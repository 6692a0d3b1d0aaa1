"""Asking for a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.files import ask_where, ask_which


def test_a_file_is_chosen_from_where_the_last_one_was(
    qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[str] = []

    dialog = ask_which(parent, "Open", tmp_path / "Venues.sqlite", chosen.append)
    dialog.fileSelected.emit("one.sqlite")

    assert chosen == ["one.sqlite"]
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.close()


def test_a_new_name_is_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[str] = []

    start = tmp_path / "not" / "there" / "Copy.sqlite"
    dialog = ask_where(parent, "Save", start, chosen.append)

    assert dialog.selectedFiles() == [str(tmp_path / "Copy.sqlite")]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.close()
