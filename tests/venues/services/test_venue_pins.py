"""What the map shows of the venues."""

from __future__ import annotations

from tests.venues.services import millbrook
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
