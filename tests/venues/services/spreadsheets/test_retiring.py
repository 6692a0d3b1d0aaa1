"""Whether bookings stand in the way of what a spreadsheet retires."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW
from venues.database.session import Database
from venues.errors import Clash
from venues.services.spreadsheets import stored
from venues.services.spreadsheets.retiring import Retiring


def test_a_booked_room_stands_in_the_way_of_itself_and_its_venue(
    database: Database,
) -> None:
    hub = scene.fill(database)
    oak, hall = (scene.room_id(database, hub, name) for name in ("Oak", "Hall"))
    millbrook.book(database, oak, datetime(2026, 11, 26, 10))

    with database.read() as session:
        asked = Retiring(session, stored.read(session), COORDINATOR, NOW)
        asked.room(hall)
        with pytest.raises(Clash):
            asked.room(oak)
        with pytest.raises(Clash):
            asked.venue(hub)
