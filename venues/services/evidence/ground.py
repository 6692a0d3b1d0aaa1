"""What several measures of the same days are made from, read once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.domain.proposal import Room
from venues.services import suitability
from venues.services.evidence import booked, usable
from venues.services.evidence.booked import Booked
from venues.services.evidence.scope import Scope
from venues.services.suitability import VenueStanding


class Ground:
    """Reads what a measure asks for the first time it does."""

    def __init__(self, session: Session, scope: Scope) -> None:
        self.session = session
        self.scope = scope
        self.catalogue: Catalogue = catalogues.read(session)

    @cached_property
    def booked(self) -> tuple[Booked, ...]:
        """What stood in those days, room by room."""
        return booked.read(self.session, self.scope.dates)

    @cached_property
    def main(self) -> tuple[Booked, ...]:
        """The same, each booking once."""
        return tuple(row for row in self.booked if row.main)

    @cached_property
    def usable(self) -> Mapping[int, int]:
        """Space → minutes in which it may be used."""
        return usable.minutes(self.catalogue, self.scope.dates)

    @cached_property
    def standing(self) -> Mapping[int, VenueStanding]:
        """How every venue stands today."""
        return suitability.of_all(self.session, today=self.scope.today)

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms that can be booked."""
        return tuple(room for room in self.catalogue.rooms.values() if room.bookable)

    def authority(self, room_id: int) -> int:
        """The authority in whose area a room is."""
        return self.catalogue.rooms[room_id].venue.authority_id
