"""What stands where there is nothing to show: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import XL, M, S
from ui.widgets.buttons import Button
from ui.widgets.text import MUTED, Words, strong


class _Picture(QWidget):
    """A large icon in a quiet colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 2
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        icons.draw(QPainter(self), self.rect(), self._name, c.muted)


class EmptyState(QWidget):
    """An icon, what is the case, what to do about it, and a button that does it.

    Signals:
        pressed: the button was pressed.
    """

    pressed = Signal()

    def __init__(
        self, icon: str, heading: str, sentence: str = "", *, action: str = ""
    ) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, XL, XL, XL)
        layout.setSpacing(S)
        layout.addStretch(1)
        layout.addWidget(_Picture(icon), 0, middle)
        layout.addSpacing(S)
        self._heading = strong(heading, wrap=True)
        self._sentence = Words(sentence, ink=MUTED, wrap=True)
        for words in (self._heading, self._sentence):
            words.setAlignment(middle)
            layout.addWidget(words)
        self._sentence.setVisible(bool(sentence))
        self.button = Button(action)
        self.button.clicked.connect(self.pressed)
        layout.addSpacing(M)
        layout.addWidget(self.button, 0, middle)
        # Not before: shown without a place it would be a window, and take the keyboard.
        self.button.setVisible(bool(action))
        layout.addStretch(2)

    def say(self, heading: str, sentence: str = "", *, action: str = "") -> None:
        """Show other words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.button.setText(action)
        self.button.setHidden(not action)
