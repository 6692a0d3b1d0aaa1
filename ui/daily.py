"""What is done once a day by itself: a backup, then what is kept no longer goes."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from ui import backed_up, clearing
from ui.desk import Desk
from ui.jobs import Job, Progress
from venues.errors import VenuesError
from venues.services import daily_backups

LOOK = 10 * 60_000
"""Milliseconds between looks whether another day has begun."""


class Daily(QObject):
    """Begins both when the program starts, and again each day while it is open."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._done: date | None = None
        self._job: Job | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Begin, unless it is under way or was done today."""
        if self._job is not None or self._done == self._desk.now().date():
            return
        if self._desk.database.path is None:  # a server is backed up where it is
            self._clear()
            return
        self._job = self._desk.jobs.run(
            "", partial(_back_up, self._desk), self._made, failed=self._not_made
        )
        self._job.finished.connect(self._over)

    @Slot()
    def stop(self) -> None:
        """Somebody else sits here now, or nobody."""
        self._timer.stop()

    def _made(self, backup: Path | None) -> None:
        self._told = False
        if backup is not None:
            self._desk.changes.announce(backed_up.NEWS)
        self._clear()

    def _not_made(self, trouble: Exception) -> None:
        """Say so once; it is tried again at each look until it works."""
        if not isinstance(trouble, VenuesError):
            raise trouble
        if not self._told:
            self._told = True
            self._desk.host.say(f"No backup was made today. {trouble}")

    def _clear(self) -> None:
        self._done = self._desk.now().date()
        clearing.begin(self._desk)

    @Slot()
    def _over(self) -> None:
        self._job = None


def _back_up(desk: Desk, progress: Progress) -> Path | None:
    return daily_backups.run(desk.database, desk.now(), progress)
