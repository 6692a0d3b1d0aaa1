"""The rooms that a booking names."""

from __future__ import annotations

import pytest

from tests.world import HALL, HALL_A, HALL_B, OAK, WILLOW, World
from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.errors import WrongInput
from venues.services import booking_rooms


@pytest.fixture
def catalogue(world: World) -> Catalogue:
    with world.database.read() as session:
        return catalogues.read(session)


def test_they_come_in_the_order_named_each_once(catalogue: Catalogue) -> None:
    rooms = booking_rooms.chosen(catalogue, (OAK, WILLOW, OAK))

    assert [room.id for room in rooms] == [OAK, WILLOW]


@pytest.mark.parametrize(
    ("named", "words"), [((), "Choose a room"), ((99,), "There is no room 99")]
)
def test_a_room_that_is_not_there_is_said(
    catalogue: Catalogue, named: tuple[int, ...], words: str
) -> None:
    with pytest.raises(WrongInput, match=words):
        booking_rooms.chosen(catalogue, named)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ((HALL, HALL_A), ["Hall and Hall A are partly the same room."]),
        ((HALL_A, HALL_B), []),
    ],
)
def test_a_hall_and_its_half_are_partly_the_same(
    catalogue: Catalogue, named: tuple[int, ...], said: list[str]
) -> None:
    rooms = booking_rooms.chosen(catalogue, named)

    assert [found.message for found in booking_rooms.shared(rooms)] == said
