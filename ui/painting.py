"""Waits for a window to be drawn, so that nothing holds up what people wait to see."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LONGEST = 1000
"""Milliseconds; a window that is hidden is not drawn, but must not wait for ever."""

HEAD_START = 200
"""Milliseconds that whoever begins to type has before anything else begins."""


class Drawing(QObject):
    """Says when a window has been drawn again.

    Signals:
        over: it was drawn a moment ago, after ``wait``; once for each.
    """

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._drawn = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.over)
        window.installEventFilter(self)

    @property
    def waiting(self) -> bool:
        """Whether it is still to be said."""
        return self._timer.isActive()

    def wait(self) -> None:
        """Say when the window has been drawn the next time."""
        self._drawn = False
        self._timer.start(LONGEST)

    def forget(self) -> None:
        """Nobody waits any more."""
        self._drawn = True
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._drawn and event.type() == QEvent.Type.UpdateRequest:
            self._drawn = True  # by what is done with this event
            self._timer.start(HEAD_START)
        return super().eventFilter(watched, event)
