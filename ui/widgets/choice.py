"""A choice among a few whose words may be long: they wrap beside the button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from ui.theme import XS
from ui.widgets.tallwords import TallWords
from ui.widgets.text import INK, MUTED


class Choice(QWidget):
    """A radio button with words that wrap; a press on the words chooses it as well."""

    def __init__(self, name: str, text: str, *, absent: str = "Nothing") -> None:
        """``name`` says what is chosen; ``absent`` stands where there are no words."""
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(f"{name}: {text or absent}")
        self.words = TallWords(text or absent, ink=INK if text else MUTED)
        self.setFocusProxy(self.button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.button.click()
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
