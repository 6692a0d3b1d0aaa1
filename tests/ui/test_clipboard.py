"""What is copied arrives as text and as HTML."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import clipboard

ROOT = Path(__file__).parents[2]
COPY_AND_QUIT = """
import sys
from PySide6.QtCore import QSettings, QTimer
from ui import application, clipboard
from ui.preferences import Preferences

app = application.build(["venues"], Preferences(QSettings()), late=True)
QTimer.singleShot(0, lambda: (clipboard.copy("Room", "<b>Room</b>"), app.quit()))
sys.exit(app.exec())
"""


def test_both_forms_arrive(qapp: QApplication) -> None:
    clipboard.copy("Room\tSeats", "<table></table>")

    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == "Room\tSeats"
    assert content.html() == "<table></table>"


def test_text_alone_has_no_html(qapp: QApplication) -> None:
    clipboard.copy("3pm at Millbrook Family Hub")

    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == "3pm at Millbrook Family Hub"
    assert not content.hasHtml()


def test_the_program_ends_well_with_something_copied() -> None:
    """In a process of its own: it is about the very end of it."""
    done = subprocess.run([sys.executable, "-c", COPY_AND_QUIT], cwd=ROOT, check=False)

    assert done.returncode == 0


def test_what_was_copied_is_left_as_text(qapp: QApplication) -> None:
    clipboard.copy("Room\tSeats", "<table></table>")

    clipboard.leave_text()

    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == "Room\tSeats"
    assert not content.hasHtml()


def test_an_empty_clipboard_stays_empty(qapp: QApplication) -> None:
    QGuiApplication.clipboard().clear()

    clipboard.leave_text()

    assert QGuiApplication.clipboard().text() == ""
