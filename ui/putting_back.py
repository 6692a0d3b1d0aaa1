"""Puts a date of a series back that was left out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.jobs import Lane, Progress
from venues.domain.words import day, span
from venues.errors import VenuesError
from venues.services import attempts
from venues.services.series.putting_back import Free

PUT_BACK = "Put it back"


class PuttingBack(QObject):
    """One date at a time, off the interface's thread.

    Signals:
        ended: it is over; carries why it could not be, or nothing.
    """

    ended = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.busy = False

    def start(self, free: Free) -> None:
        """Book the date; while one is being booked, no other is."""
        if self.busy:
            return
        self.busy = True
        self._desk.jobs.run(
            "",
            partial(_put_back, self._desk, free.id),
            partial(self._done, free),
            failed=self._failed,
            lane=Lane.SAVE,
        )

    def _done(self, free: Free, _booked: object) -> None:
        self.busy = False
        room = free.room.name
        self._desk.host.say(f"Booked {room}, {when(free)}.", undoable=True)
        self.ended.emit("")

    def _failed(self, trouble: Exception) -> None:
        self.busy = False
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.ended.emit(str(trouble))


def when(free: Free) -> str:
    """The day and the time of a date that is free now."""
    return f"{day(free.period.day)}, {span(free.period.starts, free.period.ends)}"


def _put_back(desk: Desk, date_id: int, _progress: Progress) -> object:
    return attempts.put_back(desk.database, date_id, desk.viewer, now=desk.now())
