"""One venue with everything that belongs to it."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from sqlalchemy import event

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW
from venues.database.models import Closure, Hours
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.errors import NotFound
from venues.services import room_editing, venue_details
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import FeatureDraft


@pytest.fixture
def hub(database: Database) -> int:
    """The hub's id."""
    millbrook.staff(database)
    return millbrook.venue(database).id or 0


def read(database: Database, venue_id: int) -> VenueDetails:
    with database.read() as session:
        return venue_details.details(session, venue_id)


def test_rooms_are_in_order_and_retired_ones_last(database: Database, hub: int) -> None:
    for name in ("Ash", "oak", "Elm"):
        room = millbrook.room(database, hub, name)
        if name == "Ash":
            with database.write() as session:
                room_editing.retire(session, room.id, COORDINATOR, now=NOW)

    found = read(database, hub)

    assert found.id == hub
    assert [room.name for room in found.rooms] == ["Elm", "oak", "Ash"]
    assert found.room(found.rooms[0].id or 0).name == "Elm"
    with pytest.raises(KeyError):
        found.room(99)


def test_hours_and_closures_are_in_order_of_time(database: Database, hub: int) -> None:
    nine, five = time(9), time(17)
    with database.write() as session:
        session.add_all(
            Hours(venue_id=hub, weekday=day, use="open", opens=nine, closes=five)
            for day in (4, 0)
        )
        session.add_all(
            Closure(
                venue_id=hub,
                starts=datetime(2026, 12, day),
                ends=datetime(2026, 12, day + 1),
                reason="painting",
            )
            for day in (9, 3)
        )

    found = read(database, hub)

    assert found.hours == {
        None: (Stretch(0, "open", nine, five), Stretch(4, "open", nine, five))
    }
    assert [closure.starts.day for closure in found.closures] == [3, 9]


def test_features_are_in_the_order_of_the_needs(database: Database, hub: int) -> None:
    listed = ("bus", "hearing-loop", "accessible-toilet", "sauna")
    features = tuple(FeatureDraft(need, present=True) for need in listed)

    other = millbrook.venue(database, name="Aspen Court", features=features)

    assert [each.need for each in read(database, other.id or 0).venue.features] == [
        "hearing-loop",
        "accessible-toilet",
        "bus",
        "sauna",
    ]
    assert read(database, hub).venue.features == ()


def test_groups_of_neighbours_are_named_in_order(database: Database, hub: int) -> None:
    millbrook.venue(database, name="Aspen Court", cluster="Mill Brook")
    millbrook.venue(database, name="Birch Hall", cluster="Aspen Street")

    with database.read() as session:
        assert venue_details.clusters(session) == ["Aspen Street", "Mill Brook"]


def test_a_venue_that_is_not_there_is_said_not_to_be(
    database: Database, hub: int
) -> None:
    with pytest.raises(NotFound, match="no longer in the list"):
        read(database, hub + 1)


def test_it_takes_as_many_statements_whatever_the_number_of_rooms(
    database: Database, hub: int
) -> None:
    def statements() -> int:
        told: list[str] = []
        with database.read() as session:
            engine = session.get_bind()
            event.listen(
                engine, "before_cursor_execute", lambda *said: told.append(said[2])
            )
            venue_details.details(session, hub)
        return len([one for one in told if one.startswith("SELECT")])

    read(database, hub)
    few = statements()
    for number in range(5):
        millbrook.room(database, hub, f"Room {number}")
    read(database, hub)

    assert statements() == few
