"""Lets an appointment that is under way last a quarter of an hour longer."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ui.desk import Desk
from ui.jobs import Lane, Progress
from ui.preferences import TWENTY_FOUR
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.words import clock
from venues.errors import VenuesError
from venues.services import moves
from venues.services.moves import Move, Moved
from venues.services.today import Appointment

MORE = timedelta(minutes=15)


class Longer(QObject):
    """Saves it off the interface's thread, judged by every rule, and can undo it.

    One at a time: whoever asks waits for the end.

    Signals:
        ended: it was done or refused; carries why it was refused, or an empty text.
    """

    ended = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._room = ""

    def start(self, appointment: Appointment) -> None:
        """Ask for it."""
        desk, seen = self._desk, appointment.seen
        move = Move(
            booking_id=seen.booking_id or 0,
            room_id=seen.room_id,
            to_room_id=seen.room_id,
            period=Period(seen.starts, seen.ends + MORE),
            version=seen.version,
        )
        self._room = appointment.room.name
        desk.jobs.run(
            "Saving",
            partial(_make, desk.database, move, desk.viewer, desk.now()),
            self._done,
            failed=self._failed,
            lane=Lane.SAVE,
        )

    @Slot(object)
    def _done(self, moved: Moved) -> None:
        desk = self._desk
        ends = moved.after.period.ends
        until = clock(ends, twenty_four=desk.preferences[TWENTY_FOUR])
        desk.host.say(f"{self._room} is yours until {until}.", undoable=True)
        self.ended.emit("")

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        self.ended.emit(str(trouble) if isinstance(trouble, VenuesError) else "")
        if not isinstance(trouble, VenuesError):
            raise trouble


def _make(
    database: Database, move: Move, viewer: Viewer, now: datetime, _progress: Progress
) -> Moved:
    name = "15 minutes more in {}"
    return moves.make(database, move, viewer, now=now, name=name)
