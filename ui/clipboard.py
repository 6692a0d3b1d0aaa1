"""The one place that puts anything on the clipboard.

Whoever copies a booking hands over words made from ``privacy.Seen`` rows.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copy(text: str, html: str = "") -> None:
    """Put words on the clipboard, and the same as HTML for programs that take it."""
    content = QMimeData()
    content.setText(text)
    if html:
        content.setHtml(html)
    QGuiApplication.clipboard().setMimeData(content)
