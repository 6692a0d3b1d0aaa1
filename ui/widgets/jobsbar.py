"""Long work under way: what it is, how far it has come, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from ui import theme
from ui.jobs import Job, Jobs, Lane
from ui.theme import XS, L, S
from ui.widgets.buttons import Button
from ui.widgets.text import Elided

PATIENCE = 300  # milliseconds; shorter work is never shown


class JobsBar(QFrame):
    """Shows the long job that runs, until it ends."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._running: list[Job] = []
        self._words = Elided()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._cancel = Button("Cancel")
        self._cancel.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, XS, S, XS)
        line.setSpacing(L)
        line.addWidget(self._words, 2)
        line.addWidget(self._bar, 3)
        line.addWidget(self._cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._show)
        jobs.started.connect(self._take)
        self.hide()

    @Slot(object)
    def _take(self, job: Job) -> None:
        if job.lane is Lane.QUICK or not job.title:
            return
        self._running.append(job)
        job.progressed.connect(self._report)
        job.finished.connect(self._drop)
        if len(self._running) == 1:
            self._timer.start()
        else:
            self._name()

    @Slot(int, int)
    def _report(self, done: int, total: int) -> None:
        if self._running and self.sender() is self._running[0]:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    @Slot()
    def _drop(self) -> None:
        job = self.sender()
        self._running = [other for other in self._running if other is not job]
        self._bar.setRange(0, 0)
        self._bar.reset()
        if not self._running:
            self._timer.stop()
            self.hide()
        self._name()

    @Slot()
    def _show(self) -> None:
        if self._running:
            self._name()
            self.show()

    def _name(self) -> None:
        if self._running:
            more = len(self._running) - 1
            others = f" · {more} more after it" if more else ""
            self._words.say(f"{self._running[0].title}{others}")
            self._cancel.setAccessibleName(f"Cancel: {self._running[0].title}")
            # What is being saved happens whole or not at all, in a moment.
            self._cancel.setVisible(self._running[0].lane is Lane.LONG)
        else:
            self._words.say("")
            self._cancel.setAccessibleName("Cancel")

    @Slot()
    def _stop(self) -> None:
        if self._running:
            self._running[0].cancel()
            self._words.say("Stopping…")

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.surface)
        painter.fillRect(0, 0, self.width(), 1, c.hairline)
