"""Keeps the window alive while a shared database takes its time.

A page asks the database on the thread that draws the window. When the answers to one
turn of it take longer than ``SOON`` together, a small dialog says so and can end the
waiting; the window is drawn, nothing else of it can be used, and what is typed
meanwhile comes to where it was meant to go. On other threads a job waits until it is
cancelled.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEventLoop,
    QObject,
    QThread,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QWidget

from ui.dialogs.patience import PatienceDialog
from ui.jobs import Jobs

SOON = 0.3
"""Seconds of waiting before anything is shown."""

A_WHILE = 10
"""Milliseconds that the window has to draw itself between two looks at the answer."""


class Patience(QObject):
    """Asked by every connection whether to wait on.

    Signals:
        stopped: whoever sits here would not wait, and that is over now.
    """

    stopped = Signal()

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._waited = 0.0
        self._stopped = False
        self._later: list[Callable[[], object]] = []
        self.dialog: PatienceDialog | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._over)

    def __call__(self, waited: float) -> bool:
        """Whether the thread that asks, and has waited so many seconds, waits on."""
        if QThread.currentThread() is not self.thread():
            return not self._jobs.stopped_here()
        self._waited += waited
        if not self._stopped and self._waited > SOON:
            self._show()
            flags = QEventLoop.ProcessEventsFlag.AllEvents
            QCoreApplication.processEvents(flags, A_WHILE)
        return not self._stopped

    def tell(self, news: Callable[[], object]) -> None:
        """Call it now, or once nobody waits: a page that waits is not changed."""
        if self.dialog is None:
            news()
        else:
            self._later.append(news)

    def _show(self) -> None:
        if self.dialog is None:
            self.dialog = PatienceDialog(self._window)
            self.dialog.rejected.connect(self._stop)
            self.dialog.show()

    @Slot()
    def _stop(self) -> None:
        self._stopped = True

    @Slot()
    def _over(self) -> None:
        """The window has nothing more to do: whatever was waited for is there."""
        self._waited = 0.0
        stopped, self._stopped = self._stopped, False
        if self.dialog is not None:
            dialog, self.dialog = self.dialog, None
            dialog.end()
            if stopped:
                self.stopped.emit()
            later, self._later = self._later, []
            for news in later:
                news()
