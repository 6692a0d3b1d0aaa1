"""For managers: everything held on one reference, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui import clipboard
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.text import Words, announce, muted
from venues.services.apart import holdings
from venues.services.apart.holdings import Holdings

WHAT = (
    "For a request to see what is held. Other people's references and staff are in it: "
    "take them out before it is passed on. It is written down that you read it."
)
WIDE, HIGH = 110, 36  # letters and lines, as far as the screen goes


class HoldingsDialog(QDialog):
    """All of it as text."""

    def __init__(self, held: Holdings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Everything held")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit("\n".join(holdings.lines(held)))
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Everything held")
        self.copy = Button("Copy all")
        self.shut = PrimaryButton("Close")
        self.copy.clicked.connect(self._copy)
        self.shut.clicked.connect(self.reject)
        self._lay_out()

    def _copy(self) -> None:
        clipboard.copy(self.text.toPlainText())
        announce(self.copy, "Copied.")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words("Everything held", size=Size.TITLE, strong=True))
        layout.addWidget(muted(WHAT, wrap=True))
        layout.addWidget(self.text, 1)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addStretch(1)
        line.addWidget(self.copy)
        line.addWidget(self.shut)
        layout.addLayout(line)
        metrics, room = self.fontMetrics(), self.screen().availableSize() * 0.94
        wide, high = WIDE * metrics.averageCharWidth(), HIGH * metrics.height()
        self.resize(min(wide, room.width()), min(high, room.height()))
