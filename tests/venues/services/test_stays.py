"""From rows to what may be seen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from venues.database import catalogue
from venues.database.models import Booking, Case, Worker
from venues.domain.privacy import Sight
from venues.services import attempts, stays

WILLOW, OAK = 1, 2


def book(world: Any, **changed: Any) -> int:
    return attempts.book(
        world.database, world.request(**changed), world.practitioner, now=world.now
    ).id


def seen(world: Any, viewer: Any, id_: int) -> Any:
    with world.database.read() as session:
        (row,) = stays.of_bookings(
            session, catalogue.read(session), viewer, Booking.id == id_
        )
    return row


def test_a_booking_has_one_row_its_main_rooms(world: Any) -> None:
    row = seen(world, world.practitioner, book(world, room_ids=(OAK, WILLOW)))

    assert row.room_id == OAK
    assert row.workers == ("Practitioner 04",)


def test_a_reference_that_was_removed_is_said_to_be(world: Any) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.get(Case, 1).reference = None

    assert seen(world, world.practitioner, id_).cases == "Reference removed"


def test_an_agency_is_named_beside_the_worker(world: Any) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.add(Worker(booking_id=id_, agency="Police", part="agency"))

    assert seen(world, world.manager, id_).workers == ("Practitioner 04", "Police")


def test_references_of_others_are_not_even_read(world: Any, statements: Any) -> None:
    book(world)
    with world.database.read() as session:
        catalogue.read(session)
    statements()

    with world.database.read() as session:
        rows = stays.between(
            session,
            catalogue.read(session),
            world.colleague,
            first=datetime(2026, 11, 26),
            until=datetime(2026, 11, 27),
            room_ids={WILLOW},
        )

    assert [row.sight for row in rows] == [Sight.MASKED]
    assert not any("attendance" in sent for sent in statements())


def test_a_masked_row_says_nothing_of_its_booking(world: Any) -> None:
    row = seen(world, world.colleague, book(world))

    assert (row.booking_id, row.reference, row.workers) == (None, "", ())
    assert row.starts.date() == date(2026, 11, 26)
