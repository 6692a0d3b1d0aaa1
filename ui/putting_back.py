"""Puts a date of a series back that was left out, and takes that back again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.jobs import Lane, Progress
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.words import day, day_month, span
from venues.errors import VenuesError
from venues.services import attempts
from venues.services.judging import Booked
from venues.services.series import putting_back
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
        step = PutBack(self._desk.database, self._desk.viewer, self._desk.now, free.id)
        self._desk.jobs.run(
            "",
            partial(_do, step),
            partial(self._done, free, step),
            failed=self._failed,
            lane=Lane.SAVE,
        )

    def _done(self, free: Free, step: PutBack, _booked: object) -> None:
        self.busy = False
        room, on = free.room.name, day_month(free.period.day)
        self._desk.undo.push(f"putting back {room} on {on}", step.undo, step.redo)
        self._desk.host.say(f"Booked {room}, {when(free)}.", undoable=True)
        self.ended.emit("")

    def _failed(self, trouble: Exception) -> None:
        self.busy = False
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.ended.emit(str(trouble))


class PutBack:
    """Books a date that was left out, and leaves it out again."""

    def __init__(
        self,
        database: Database,
        viewer: Viewer,
        now: Callable[[], datetime],
        date_id: int,
    ) -> None:
        self._database = database
        self._viewer = viewer
        self._now = now
        self._date_id = date_id
        self._booked: Booked | None = None

    def redo(self) -> None:
        """Book it, as one deliberate attempt."""
        self._booked = attempts.put_back(
            self._database, self._date_id, self._viewer, now=self._now()
        )

    def undo(self) -> None:
        """Leave it out again."""
        if self._booked is not None:
            with self._database.write() as session:
                putting_back.leave_out_again(
                    session,
                    self._date_id,
                    self._booked,
                    self._viewer,
                    now=self._now(),
                )


def when(free: Free) -> str:
    """The day and the time of a date that is free now."""
    return f"{day(free.period.day)}, {span(free.period.starts, free.period.ends)}"


def _do(step: PutBack, _progress: Progress) -> None:
    step.redo()
