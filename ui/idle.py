"""Notices when nobody has touched mouse or keyboard for a while."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY = 5_000  # milliseconds
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Watches the windows of the program, not its widgets: far fewer events pass.

    Signals:
        passed: so many minutes have passed without a touch.
    """

    passed = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seconds = 0
        self._touched = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def after(self, minutes: int) -> None:
        """How long to wait; 0 never says anything."""
        self._seconds = minutes * 60
        self.touch()
        if minutes > 0:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()

    @Slot()
    def look(self) -> None:
        """Say so if it has been long enough, and count afresh."""
        if self._seconds and self._clock() - self._touched >= self._seconds:
            self.touch()
            self.passed.emit()

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = self._clock()
        return super().eventFilter(watched, event)
