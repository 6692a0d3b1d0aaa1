"""What somebody did is called after the room, and after nobody."""

from __future__ import annotations

from typing import Any

from tests import turned
from venues.services import attempts, moves
from venues.services.moves import Move


def test_a_booking_and_its_move_are_called_after_their_rooms(world: Any) -> None:
    viewer = world.practitioner
    asked = world.request()
    booked = attempts.book(world.database, asked, viewer, now=world.now)
    to = Move(booking_id=booked.id, room_id=1, to_room_id=2, period=asked.period)
    moves.make(world.database, to, viewer, now=world.now)

    names = [each.name for each in turned.listed(world.database, viewer).undo]

    assert names == ["move to Oak Room", "booking of Willow Room"]
