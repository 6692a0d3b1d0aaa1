"""A sentence about what just happened, with a way to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui import theme
from ui.theme import XS, L, S
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.text import Words, announce

Offer = tuple[str, Callable[[], object]]
"""The words of a button beside a message, and what it does."""

STAYS = 12_000  # milliseconds; longer while the mouse or the keyboard is on it


class MessageBar(QFrame):
    """Quiet, above the status line; spoken by screen readers; goes away by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._run: Callable[[], object] | None = None
        self._words = Words(wrap=True)
        self._words.setMinimumHeight(self._words.fontMetrics().height())
        self.action = LinkButton("")
        self.action.clicked.connect(self._act)
        self._close = IconButton("x", "Close this message")
        self._close.clicked.connect(self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, XS, S, XS)
        line.setSpacing(L)
        line.addWidget(self._words, 1)
        line.addWidget(self.action)
        line.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._go)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(
        self, sentence: str, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, and a button for what could be done about it."""
        self._run = run
        self._words.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.show()
        self._timer.start()
        announce(self, f"{sentence} {action}".strip())

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._run = None
        self.hide()

    @Slot()
    def _act(self) -> None:
        run = self._run
        self.clear()
        if run is not None:
            run()

    @Slot()
    def _go(self) -> None:
        """Go away, unless somebody is just about to use it."""
        if self.underMouse() or self.action.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.clear()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.start()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.surface)
        painter.fillRect(0, 0, self.width(), 1, c.hairline)
        painter.fillRect(0, 0, XS, self.height(), c.accent_ink)
