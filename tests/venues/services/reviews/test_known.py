"""What is known of bookings that are looked at again."""

from __future__ import annotations

from datetime import datetime

from tests.venues.services.reviews.scene import book, for_the_victim
from tests.world import OAK, WILLOW, World
from venues.database import catalogue as catalogues
from venues.database.models import SignOff
from venues.services.reviews import known


def test_it_is_read_in_order_of_time_with_all_that_belongs_to_it(world: World) -> None:
    late, early = book(world), for_the_victim(world, hour=10)

    with world.database.read() as session:
        found = known.read(session, [late, early])
        catalogue = catalogues.read(session)
        asked = [found.appointment(catalogue, row) for row in found.bookings]

    assert [row.id for row in found.bookings] == [early, late]
    assert [each.case_ids for each in asked] == [(2,), (1,)]
    assert [each.victim for each in asked] == [True, False]
    assert found.rooms[late] == [(WILLOW, None)]


def test_what_was_signed_off_counts_for_that_room_and_time_only(world: World) -> None:
    booking = book(world)
    usual = {
        "asked_by": 1,
        "made_at": world.now,
        "booking_id": booking,
        "room_id": WILLOW,
        "starts": datetime(2026, 11, 26, 15),
        "ends": datetime(2026, 11, 26, 16),
        "state": "yes",
    }
    others = [
        {"room_id": OAK, "passed": ["R8"]},
        {"ends": datetime(2026, 11, 26, 17), "passed": ["R10"]},
        {"state": "no", "passed": ["R11"]},
        {"passed": ["person", "link 1 2"]},
    ]
    with world.database.write() as session:
        session.add_all(SignOff(**(usual | each)) for each in others)

    with world.database.read() as session:
        assert known.signed(session, [booking]) == {booking: {"person", "link 1 2"}}
