"""The one place that puts anything on the clipboard.

Whoever copies a booking hands over words made from ``privacy.Seen`` rows.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

OURS = "application/x-venues"
"""An empty form by which we know our own content again."""


def copy(text: str, html: str = "") -> None:
    """Put words on the clipboard, and the same as HTML for programs that take it."""
    content = QMimeData()
    content.setText(text)
    if html:
        content.setHtml(html)
    content.setData(OURS, b"")
    QGuiApplication.clipboard().setMimeData(content)


def leave_text() -> None:
    """Leave what was copied as text alone, for when the program ends.

    WORKAROUND PySide 6.11: content of both forms belongs to Python and is thrown away
    after Python has ended, which crashes on the way out.
    """
    board = QGuiApplication.clipboard()
    content = cast("QMimeData | None", board.mimeData())  # none of an empty one
    if content is not None and content.hasFormat(OURS):
        board.setText(board.text())
