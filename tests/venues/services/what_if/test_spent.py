"""What bookings that stay would cost."""

from __future__ import annotations

import pytest

from tests.venues.services.what_if.scene import NOVEMBER
from tests.venues.services.what_if.test_reading import book
from tests.world import TODAY, World
from venues.database import catalogue as catalogues
from venues.database.models import Booking, Room, Venue
from venues.domain.what_if import Change, CloseVenue, HirePrice, OpenLonger
from venues.services.what_if import changed, spent


@pytest.mark.parametrize(
    ("change", "pence"),
    [
        (HirePrice(venue_id=1, pence=2000), 2 * 2000 - 2500),
        (CloseVenue(venue_id=1), -2500),
        (OpenLonger(venue_id=1), 0),
    ],
)
def test_the_minimum_hire_counts_and_what_was_agreed_before(
    world: World, change: Change, pence: int
) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.get_one(Venue, 1).min_hire = 120
        session.get_one(Room, 1).rate = 1000
        session.get_one(Booking, id_).cost = 2500

    with world.database.read() as session:
        before = catalogues.read(session)
        after = changed.make(before, [change], TODAY, {})
        found = spent.otherwise(session, before, after, NOVEMBER)

    assert found == pence
