"""Whether bookings stand in the way of retiring what a spreadsheet retires."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.services import in_the_way
from venues.services.spreadsheets.stored import Stored


class Retiring:
    """Asks about a venue or a room, as the editor does."""

    def __init__(
        self, session: Session, stored: Stored, viewer: Viewer, now: datetime
    ) -> None:
        self._session, self._stored = session, stored
        self._viewer, self._now = viewer, now

    def venue(self, venue_id: int) -> None:
        """Let nothing happen while a room of the venue is booked.

        Raises:
            Clash: one is; lists the bookings.
        """
        self._refuse([room.id or 0 for room in self._stored.of_venue(venue_id)])

    def room(self, room_id: int) -> None:
        """Let nothing happen while the room is booked.

        Raises:
            Clash: it is; lists the bookings.
        """
        self._refuse([room_id])

    def _refuse(self, room_ids: list[int]) -> None:
        in_the_way.refuse(
            self._session, self._viewer, room_ids=room_ids, first=self._now
        )
