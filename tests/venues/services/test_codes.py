"""Codes are random and say nothing; each stands for one venue and half-day."""

from __future__ import annotations

import re

from sqlalchemy import select

from tests.venues.services.reviews.scene import at, book
from tests.world import WILLOW, World
from venues.database.models import Booking, RefusalCode
from venues.services import codes


def test_a_code_stands_for_a_venue_and_a_half_day(world: World) -> None:
    with world.database.write() as session:
        code = codes.make(session, 1, WILLOW, (), at(18))

    assert re.fullmatch(rf"K-[{codes.LETTERS}]{{6}}", code)
    with world.database.read() as session:
        row = session.scalars(select(RefusalCode)).one()
    assert (row.staff_id, row.case_id, row.venue_id, row.half) == (1, None, 1, 2)


def test_a_booking_that_moves_has_one_that_nobody_tried_for(world: World) -> None:
    booking = book(world, hour=10)

    with world.database.write() as session:
        codes.of_booking(session, session.get_one(Booking, booking))

    with world.database.read() as session:
        row = session.scalars(select(RefusalCode)).one()
    assert (row.staff_id, row.case_id, row.half) == (None, 1, 0)
