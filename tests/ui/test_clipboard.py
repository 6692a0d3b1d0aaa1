"""What is copied arrives as text and as HTML."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import clipboard


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
