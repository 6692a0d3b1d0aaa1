"""How many things wait for whoever sits here, kept right in the rail."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer, Slot

from ui.desk import Desk
from ui.jobs import Progress
from venues.services import waiting
from venues.services.reviews import watching

SHOWS = frozenset(
    {"booking", "condition", "review", "worker", "acting", "sign_off", "request"}
)
AGAIN = 10 * 60_000  # milliseconds: what is over waits no longer
KEY = "waiting"


class Waiting(QObject):
    """Counts when something changes, and now and then as time goes by."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._swept: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self.count)
        self._timer.start()
        desk.changes.committed.connect(self._follow)
        self.count()

    @Slot()
    def count(self) -> None:
        """Count again, off the interface's thread."""
        self._desk.jobs.latest(KEY, self._read, self._show)

    @Slot()
    def stop(self) -> None:
        """Count no more: somebody else sits here now."""
        self._timer.stop()
        self._desk.changes.committed.disconnect(self._follow)
        self._desk.jobs.forget(KEY)

    def _read(self, _progress: Progress) -> int:
        """Count; on the first time of a day, see first what the day brought about."""
        database, now = self._desk.database, self._desk.now()
        if self._swept != now.date():
            with database.write() as session:
                watching.sweep(session, now)
            self._swept = now.date()
        with database.read() as session:
            return waiting.count(session, self._desk.viewer, now)

    @Slot(object)
    def _show(self, number: int) -> None:
        self._desk.host.count("today", number)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.count()
