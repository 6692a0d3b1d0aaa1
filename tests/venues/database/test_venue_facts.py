"""Venues and rooms as the rules see them."""

from __future__ import annotations

from datetime import time

from tests.world import World
from venues.database import catalogue as catalogues
from venues.database.models import Venue, WaitingSpace


def test_what_rules_ask_of_a_venue_beside_its_rooms_is_known(world: World) -> None:
    with world.database.write() as session:
        session.add_all(
            [
                WaitingSpace(venue_id=1, name="Foyer"),
                WaitingSpace(venue_id=1, name="Landing"),
            ]
        )
        venue = session.get_one(Venue, 1)
        venue.last_bus, venue.last_bus_sunday = time(18, 40), time(16)
        venue.notes = "A polling station in May."

    with world.database.read() as session:
        venues = catalogues.read(session).venues

    assert venues[1].waiting == 2
    assert venues[1].last_buses == (time(18, 40), None, time(16))
    assert venues[1].polling
    assert (venues[2].waiting, venues[2].polling) == (0, False)


def test_rooms_come_in_the_order_of_venues_and_names(world: World) -> None:
    with world.database.read() as session:
        rooms = catalogues.read(session).rooms

    assert [room.name for room in rooms.values()] == [
        *("Oak Room", "Willow Room", "Study"),
        *("Hall", "Hall A", "Hall B"),
    ]
