"""Ask for this room: a question to the coordinator about a room that is in use."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.message import tell
from ui.jobs import Lane, Progress
from ui.models.reviews import when
from ui.preferences import TWENTY_FOUR
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.errors import VenuesError
from venues.services import room_requests

VERB = "Ask for this room…"
HEADING = "Ask for {}?"
SAID = (
    "{}. The coordinator asks whoever holds it. You hear yes or no on Today, and not "
    "who it is or why. They do not hear who asks."
)
ASKED = "Asked for {}. You find the answer on Today."


class RoomAsking(QObject):
    """Asks, and says so; it can be undone while nobody has answered."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def open(self, room: Room, period: Period) -> None:
        """Say what asking means, and ask."""
        at = when(period.starts, period.ends, self._desk.preferences[TWENTY_FOUR])
        where = f"{room.name}, {room.venue.name}, {at}"
        tell(
            self._page,
            HEADING.format(room.name),
            SAID.format(where),
            action="Ask",
            run=partial(self._ask, room, period),
        )

    def _ask(self, room: Room, period: Period) -> None:
        desk = self._desk

        def work(_progress: Progress) -> tuple[int, ...]:
            with desk.database.write(f"asking for {room.name}") as session:
                return room_requests.ask(
                    session, desk.viewer, room.id, period, now=desk.now()
                )

        done = partial(self._asked, room)
        desk.jobs.run("", work, done, failed=self._failed, lane=Lane.QUICK)

    def _asked(self, room: Room, _ids: object) -> None:
        self._desk.host.say(ASKED.format(room.name), undoable=True)

    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self._desk.host.say(str(trouble))
