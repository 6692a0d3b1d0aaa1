"""Why something was not done, where it was asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui import theme
from ui.paint import panel
from ui.theme import CONTROL_RADIUS, M, S
from ui.widgets.buttons import IconButton
from ui.widgets.field import Mark
from ui.widgets.text import COMPLAINT, Words, announce


class Notice(QFrame):
    """A sentence with a mark, which stays until it is read and closed.

    It takes no room when there is nothing to say, and is spoken when there is.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = Words(ink=COMPLAINT, wrap=True)
        flags = Qt.TextInteractionFlag
        self._words.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button = IconButton("x", "Close this message")
        self.close_button.clicked.connect(self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(M, S, S, S)
        line.setSpacing(S)
        line.addWidget(Mark("circle-alert", "bad"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.show()
        self.updateGeometry()
        announce(self, sentence)

    @Slot()
    def clear(self) -> None:
        """Take it away."""
        self._words.setText("")
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        line = c.text if c.high_contrast else None
        panel(QPainter(self), self.rect(), c.bad.fill, line, radius=CONTROL_RADIUS)
