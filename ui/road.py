"""Keeps a copy of my next two weeks on this PC, as long as the database is shared."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from ui.desk import Desk
from ui.jobs import Progress
from venues.errors import VenuesError
from venues.services import road

SOON = 3_000  # milliseconds after a change, for others that come with it
AGAIN = 3_600_000  # milliseconds: once an hour in any case
OF = frozenset({"booking", "booking_room", "worker", "acting", "venue", "room"})


class Road(QObject):
    """Looks again when something changed, and now and then."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.keep)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self.keep)
        self._again.start()
        desk.changes.committed.connect(self._follow)
        self.keep()

    @Slot()
    def keep(self) -> None:
        """Make the copy, off the interface's thread; one that fails is left for later.

        Without a connection there is nothing new, and that is said elsewhere.
        """
        self._desk.jobs.run("", partial(_keep, self._desk), failed=_unless_told)

    @Slot()
    def stop(self) -> None:
        """Somebody else sits here now."""
        self._soon.stop()
        self._again.stop()
        self._desk.changes.committed.disconnect(self._follow)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & OF:
            self._soon.start()


def _keep(desk: Desk, _progress: Progress) -> None:
    now = desk.now()
    with desk.database.read() as session:
        found = road.look(session, desk.viewer, now=now)
    road.keep(found)
    road.clear(now)


def _unless_told(trouble: Exception) -> None:
    if not isinstance(trouble, VenuesError):
        raise trouble
