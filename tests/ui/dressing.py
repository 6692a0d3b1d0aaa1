"""The application in its own style and light palette, for one test."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui import palettes, theme
from ui.look.style import VenuesStyle


def dressed(application: QApplication) -> Iterator[theme.Colours]:
    """Dress it, hand over the colours, and undress it again."""
    application.setStyle(VenuesStyle())
    application.setPalette(palettes.light())
    yield theme.colours(palettes.light())
    application.setPalette(QPalette())
    application.setStyle("Fusion")
