"""The second look at what was found, off the interface's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.desk import Desk
from ui.jobs import Progress
from venues.services import second_look
from venues.services.finding import Found
from venues.services.second_look import Second

AFTER = 1
"""Millisecond: what was found is drawn before anything else is worked out."""

KEY = "find: second look"


class Further(QObject):
    """Looks for what else would help.

    Signals:
        looked: carries what does, unless something else was asked for meanwhile.
    """

    looked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Found | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._begin)
        self.destroyed.connect(partial(desk.jobs.forget, KEY))

    def look(self, found: Found) -> None:
        """Begin as soon as the rooms that were found are drawn."""
        self._found = found
        self._timer.start()

    def forget(self) -> None:
        """Nobody waits any more: something else is asked for."""
        self._found = None
        self._timer.stop()
        self._desk.jobs.forget(KEY)

    @Slot()
    def _begin(self) -> None:
        if self._found is not None:
            work = partial(_second_look, self._desk, self._found)
            self._desk.jobs.latest(KEY, work, self.looked.emit)


def _second_look(desk: Desk, found: Found, progress: Progress) -> Second:
    with desk.database.read() as session:
        return second_look.look(
            session, found, desk.viewer, now=desk.now(), progress=progress
        )
