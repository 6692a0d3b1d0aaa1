"""How far work has come that was begun here, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.jobs import Job
from ui.theme import S
from ui.widgets.buttons import Button
from ui.widgets.jobsbar import PATIENCE
from ui.widgets.text import Elided


class Underway(QWidget):
    """Takes no room until the job it follows has taken a while, nor after it."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self.words = Elided()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.stop = Button("Stop")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(self.words, 2)
        line.addWidget(self.bar, 3)
        line.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self.show)
        self.stop.clicked.connect(self.cancel)
        self.hide()

    def follow(self, job: Job, words: str) -> None:
        """Show how far that job is, until it ends."""
        self._job = job
        self.words.say(words)
        self.bar.setRange(0, 0)
        job.progressed.connect(self._report)
        job.finished.connect(self._end)
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Ask the job to stop, if one is followed."""
        if self._job is not None:
            self._job.cancel()
            self.words.say("Stopping…")

    @Slot(int, int)
    def _report(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot()
    def _end(self) -> None:
        self._job = None
        self._timer.stop()
        self.bar.setRange(0, 0)  # how far it was last seen depends on the moment
        self.bar.reset()
        self.hide()
