"""What the map shows of the venues."""

from __future__ import annotations

from tests.venues.services import millbrook
from venues.database.models import Venue
from venues.database.session import Database
from venues.domain.places import Point
from venues.services import venue_pins
from venues.services.venue_pins import Pin


def test_each_venue_has_its_place_or_none(database: Database) -> None:
    millbrook.staff(database)
    hub = millbrook.venue(database, kind="family hub", town="Warrington")
    hall = millbrook.venue(
        database, name="Aspen Hall", postcode="", authority_id=1, status="candidate"
    )

    with database.read() as session:
        found = venue_pins.pins(session)

    assert found == (
        Pin(hall.id or 0, "Aspen Hall", "", "", "candidate", None),
        Pin(
            hub.id or 0,
            "Millbrook Family Hub",
            "family hub",
            "Warrington",
            "active",
            Point(361_077, 390_899),
        ),
    )


def test_a_venue_that_moves_is_somewhere_else_at_once(database: Database) -> None:
    millbrook.staff(database)
    millbrook.venue(database)
    with database.read() as session:
        (before,) = venue_pins.pins(session)
        assert venue_pins.pins(session)[0] is before

    with database.write() as session:
        row = session.get(Venue, before.id)
        assert row is not None
        row.easting = 350_000

    with database.read() as session:
        (after,) = venue_pins.pins(session)
    assert after.point == Point(350_000, 390_899)
