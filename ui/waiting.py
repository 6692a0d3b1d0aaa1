"""How many things wait for whoever sits here, kept right in the rail."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer, Slot

from ui import looking_again
from ui.desk import Desk
from ui.jobs import Job, Progress
from venues.errors import VenuesError
from venues.services import waiting

SHOWS = frozenset(
    {
        "booking",
        "condition",
        "review",
        "worker",
        "acting",
        "sign_off",
        "request",
        "notice",
    }
)
AGAIN = 10 * 60_000  # milliseconds: what is over waits no longer
KEY = "waiting"


class Waiting(QObject):
    """Counts when something changes, and now and then as time goes by.

    On the first time of a day it has what the day brought about looked for.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked: date | None = None
        self._looking: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self._go_by)
        self._timer.start()
        desk.changes.committed.connect(self._follow)
        self._go_by()

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
        if self._looking is not None:
            self._looking.cancel()

    @Slot()
    def _go_by(self) -> None:
        """Time has passed; once a day it is looked again, unless that was stopped."""
        self.count()
        today = self._desk.now().date()
        if self._looking is None and self._looked != today:
            self._looked = today
            self._looking = looking_again.begin(self._desk, self._leave_for_later)
            self._looking.finished.connect(self._end_looking)

    @Slot()
    def _end_looking(self) -> None:
        self._looking = None

    def _leave_for_later(self, trouble: Exception) -> None:
        """Somebody else is saving: it is looked again as time goes by."""
        if not isinstance(trouble, VenuesError):
            raise trouble
        self._looked = None

    def _read(self, _progress: Progress) -> int:
        with self._desk.database.read() as session:
            return waiting.count(session, self._desk.viewer, self._desk.now())

    @Slot(object)
    def _show(self, number: int) -> None:
        self._desk.host.count("today", number)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.count()
