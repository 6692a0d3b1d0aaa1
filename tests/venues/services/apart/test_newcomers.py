"""Bookings of new references wait until a coordinator has confirmed those."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from tests.world import TODAY
from venues.database.models import Booking, Case, Condition
from venues.errors import WrongInput
from venues.services import booking_changes, bookings, conditions
from venues.services.apart import merging, newcomers, records

NEW = "WA-20999"
KNOWN = "WA-20417"


def book(world: Any, *references: str, **more: Any) -> bookings.Booked:
    with world.database.write() as session:
        request = world.request(references=references, **more)
        return bookings.book(session, request, world.practitioner, now=world.now)


def status(world: Any, booking_id: int) -> str:
    with world.database.read() as session:
        return session.scalars(
            select(Booking.status).where(Booking.id == booking_id)
        ).one()


def case_id(world: Any, reference: str = NEW) -> int:
    with world.database.read() as session:
        return session.scalars(select(Case.id).where(Case.reference == reference)).one()


def confirm(world: Any) -> tuple[Any, Any]:
    with world.database.write() as session:
        return records.confirm(
            session, case_id(world), world.coordinator, role="coordinator", today=TODAY
        )


def waiting(world: Any, viewer: Any) -> int:
    with world.database.read() as session:
        return newcomers.count(session, viewer, world.now)


def test_a_booking_of_a_new_reference_is_provisional(world: Any) -> None:
    with world.database.read() as session:
        request = world.request(references=(NEW,))
        judged = bookings.examine(session, request, world.practitioner, now=world.now)

    booked = book(world, NEW)

    assert judged.conditions == booked.conditions == ("reference",)
    assert booked.status == "provisional"
    assert waiting(world, world.coordinator) == 1
    assert waiting(world, world.practitioner) == 0


def test_the_same_reference_typed_twice_is_no_new_one(world: Any) -> None:
    assert book(world, KNOWN, "wa 20417").status == "confirmed"


def test_a_second_booking_waits_as_well(world: Any) -> None:
    book(world, NEW)

    assert book(world, NEW, hour=10).status == "provisional"
    assert waiting(world, world.coordinator) == 1


def test_its_worker_cannot_confirm_it(world: Any) -> None:
    booked = book(world, NEW)

    with (
        pytest.raises(WrongInput, match="until the coordinator has confirmed it"),
        world.database.write() as session,
    ):
        conditions.meet(session, booked.id, "reference", world.practitioner, world.now)


def test_confirming_the_case_confirms_its_bookings_and_back(world: Any) -> None:
    booked = book(world, NEW)

    before, after = confirm(world)
    confirmed = status(world, booked.id)
    with world.database.write() as session:
        records.save(session, before, world.coordinator, today=TODAY, opened=after)

    assert (confirmed, status(world, booked.id)) == ("confirmed", "provisional")


def test_what_else_is_open_stays_open(world: Any) -> None:
    booked = book(world, NEW)
    with world.database.write() as session:
        session.add(Condition(booking_id=booked.id, kind="quorum"))

    confirm(world)

    assert status(world, booked.id) == "provisional"


def test_merging_it_into_a_known_case_confirms_its_bookings(world: Any) -> None:
    booked = book(world, NEW)

    with world.database.write() as session:
        merging.merge(session, NEW, KNOWN, world.manager, today=TODAY)

    assert status(world, booked.id) == "confirmed"


def test_a_booking_without_a_case_is_asked_for_the_new_one_instead(world: Any) -> None:
    booked = book(world)
    with world.database.write() as session:
        booking = booking_changes.by_id(session, booked.id, world.practitioner)
        request, _ = booking_changes.stored(session, booking)
        changed = booking_changes.change(
            session,
            booked.id,
            world.request(references=(NEW,), uuid=request.uuid),
            world.practitioner,
            now=world.now,
        )

    assert changed.conditions == ("reference",)
