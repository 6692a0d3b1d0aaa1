"""The shared database cannot be reached: since when, and what that means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui import theme
from ui.theme import XS, L, M, S
from ui.widgets.buttons import Button
from ui.widgets.field import Mark
from ui.widgets.tallwords import TallWords
from ui.widgets.text import Words, announce

TITLE = "No connection to the shared database since {}"
SENTENCE = (
    "What is on the screen is as it was then. What you typed stays; save it when the "
    "connection is back. It is tried again every few seconds."
)


class LostBar(QFrame):
    """Above every page, until the connection is back.

    Signals:
        asked: somebody wants it tried now.
        ahead: somebody wants to see their next two weeks.
    """

    asked = Signal()
    ahead = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Words("", strong=True)
        self._words = TallWords(SENTENCE)
        self.again = Button("Try now")
        self.again.clicked.connect(self.asked)
        self.weeks = Button("My next two weeks…")
        self.weeks.clicked.connect(self.ahead)
        texts = QVBoxLayout()
        texts.setSpacing(XS)
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(M)
        line.addWidget(Mark("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        for button in (self.weeks, self.again):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("No connection to the shared database")
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._title.text()

    def say(self, since: str) -> None:
        """Show it, and have it spoken."""
        self._title.setText(TITLE.format(since))
        self.show()
        self.updateGeometry()
        announce(self, f"{self._title.text()}. {SENTENCE}")

    def wait(self, *, on: bool) -> None:
        """While it is tried, it is not tried again."""
        self.again.setDisabled(on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.warn.fill)
        painter.fillRect(0, 0, XS, self.height(), c.warn.ink)
        painter.fillRect(0, self.height() - 1, self.width(), 1, c.hairline)
