"""How many things wait for whoever sits here, kept right in the rail."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from ui.desk import Desk
from ui.jobs import Progress
from venues.services import today

SHOWS = frozenset({"booking", "condition", "review", "worker", "acting"})
AGAIN = 10 * 60_000  # milliseconds: what is over waits no longer
KEY = "waiting"


class Waiting(QObject):
    """Counts when something changes, and now and then as time goes by."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
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
        with self._desk.database.read() as session:
            return len(today.needs(session, self._desk.viewer, self._desk.now()))

    @Slot(object)
    def _show(self, number: int) -> None:
        self._desk.host.count("today", number)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.count()
