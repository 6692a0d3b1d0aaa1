"""What is known of a booking before it is moved or cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues import hired
from tests.world import World
from ui.pages import booking_facts
from venues.database import catalogue as catalogues
from venues.database.models import Booking
from venues.domain.privacy import Seen
from venues.services import stays


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    hired.hired(world)
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def seen(world: World) -> Seen:
    id_ = hired.book(world)
    with world.database.read() as session:
        (row,) = stays.of_bookings(
            session, catalogues.read(session), world.coordinator, Booking.id == id_
        )
    return row


def test_it_says_what_cancelling_costs_and_where_it_may_go(
    seat: Sitting, world: World
) -> None:
    row = seen(world)

    assert isinstance(booking_facts.costs(seat.desk, [row]), str)
    assert {room.id for room in booking_facts.rooms(seat.desk)} >= {row.room_id}
    assert isinstance(booking_facts.urgent(seat.desk, row), bool)
