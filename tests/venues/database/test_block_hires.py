"""Standing agreements as the rules see them."""

from __future__ import annotations

from datetime import date, time

from tests.venues.hired import RAILSIDE, block
from tests.world import HALL, HALL_A, HALL_B, World
from venues.database import block_hires
from venues.database import catalogue as catalogues
from venues.domain.hire import Block


def test_a_room_is_read_with_the_parts_it_is_made_of(world: World) -> None:
    whole = block(world, room_id=None, weekday=0)
    hall = block(world, room_id=HALL, until=date(2027, 1, 1))

    with world.database.read() as session:
        found = block_hires.read(session)

    times = (time(14), time(18), date(2026, 1, 1))
    assert found[RAILSIDE] == [
        Block(whole, None, frozenset(), 0, *times, None, "Billed each quarter."),
        Block(
            hall,
            HALL,
            frozenset({HALL_A, HALL_B}),
            3,
            *times,
            date(2027, 1, 1),
            "Billed each quarter.",
        ),
    ]


def test_the_catalogue_hears_of_a_new_one(world: World) -> None:
    with world.database.read() as session:
        before = catalogues.read(session).venues[RAILSIDE].blocks

    block(world)

    with world.database.read() as session:
        after = catalogues.read(session).venues[RAILSIDE].blocks
    assert (len(before), len(after)) == (0, 1)
