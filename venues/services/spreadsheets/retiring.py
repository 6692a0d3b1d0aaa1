"""Whether bookings stand in the way of what a spreadsheet retires or changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.services import holds_again, in_the_way
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

    def change(
        self, room_id: int, *, turnaround: int, parts: Iterable[str] | None
    ) -> None:
        """Let the room be changed so, as far as its bookings go.

        ``parts`` are the names of what it is to be made of, None where that stays;
        parts that are still to be made stand in nobody's way.

        Raises:
            Clash: two bookings would then overlap; says which.
        """
        room = self._stored.rooms[room_id]
        spaces = set(room.space_ids)
        if parts is not None:
            named = self._stored.spaces.get(room.venue_id, {})
            known = {name.casefold(): id_ for id_, name in named.items()}
            spaces = {known.get(name.casefold(), 0) for name in parts}
        holds_again.look(
            self._session,
            room_id,
            self._viewer,
            now=self._now,
            turnaround=turnaround,
            space_ids=spaces,
        )

    def _refuse(self, room_ids: list[int]) -> None:
        in_the_way.refuse(
            self._session, self._viewer, room_ids=room_ids, first=self._now
        )
