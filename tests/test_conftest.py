"""What the tests stand on holds."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    "kind",
    [
        QDialog,
        QFileDialog,
        QMessageBox,
        QPrintDialog,
        QPrintPreviewDialog,
    ],
)
def test_a_box_that_waits_fails_the_test(qtbot: QtBot, kind: type[QDialog]) -> None:
    box = kind()

    with pytest.raises(pytest.fail.Exception, match="waits for an answer"):
        box.exec()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: QMessageBox.question(None, "Title", "Text"),
        QFileDialog.getOpenFileName,
        lambda: QInputDialog.getText(None, "Title", "Label"),
    ],
    ids=["question", "file", "text"],
)
def test_a_function_that_asks_fails_the_test(
    qtbot: QtBot, ask: Callable[[], object]
) -> None:
    with pytest.raises(pytest.fail.Exception, match="waits for an answer"):
        ask()


def test_a_box_opened_by_a_button_fails_the_test_too(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    box = QDialog(button)
    button.clicked.connect(box.exec)

    with qtbot.captureExceptions() as caught:
        button.click()

    assert [kind for kind, _, _ in caught] == [pytest.fail.Exception]


def test_a_dialog_may_be_open_without_waiting(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)

    dialog.open()

    assert dialog.isVisible()


def test_the_clock_is_that_of_cheshire() -> None:
    if hasattr(time, "tzset"):
        summer = datetime(2026, 7, 1, 12).astimezone()
        assert summer.utcoffset().total_seconds() == 3600
    assert os.environ["TZ"] == "Europe/London"


def test_the_home_folder_is_nobodys(home: Path, qapp: QApplication) -> None:
    places = [
        Path.home(),
        Path(QStandardPaths.writableLocation(QStandardPaths.CacheLocation)),
        Path(QStandardPaths.writableLocation(QStandardPaths.AppDataLocation)),
        Path(QStandardPaths.writableLocation(QStandardPaths.RuntimeLocation)),
    ]

    assert [place.is_relative_to(home) for place in places] == [True] * len(places)


@pytest.mark.parametrize("turn", ["one", "other"])
def test_settings_of_one_test_are_not_there_in_the_next(home: Path, turn: str) -> None:
    QCoreApplication.setOrganizationName("Venues")
    preferences = QSettings()
    found = preferences.value("colour")

    preferences.setValue("colour", turn)
    preferences.sync()

    assert found is None
    assert Path(preferences.fileName()).is_relative_to(home)
