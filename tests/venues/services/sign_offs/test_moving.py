"""A manager is asked for a move, as for a booking, and nothing more is told by it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.sign_offs.scene import grant, waiting
from tests.world import OAK, World
from venues.database.models import BookingRoom, RefusalCode, SignOff
from venues.domain.people import Viewer
from venues.errors import NotAllowed, WrongInput
from venues.services import booking_changes
from venues.services.moves import Move
from venues.services.sign_offs import moving


def move(world: World, booking_id: int, room_id: int = OAK) -> Move:
    with world.database.read() as session:
        booking = booking_changes.by_id(session, booking_id, world.manager)
        request, _ = booking_changes.stored(session, booking)
    return Move(
        booking_id=booking_id,
        room_id=request.room_ids[0],
        to_room_id=room_id,
        period=request.period,
    )


def ask(world: World, wanted: Move, viewer: Viewer | None = None) -> int:
    with world.database.write() as session:
        asker = viewer or world.practitioner
        return moving.ask(session, wanted, asker, now=world.now, why="It is near")


@pytest.fixture
def barred(world: World) -> int:
    """A booking at Railside of a child that must not use Millbrook."""
    booking_id = scene.book(world, 15, room_ids=(scene.RAILSIDE_ROOM,))
    scene.bar(world, venue_id=scene.MILLBROOK)
    return booking_id


def test_a_yes_moves_it(world: World, barred: int) -> None:
    id_ = ask(world, move(world, barred))

    grant(world, waiting(world)[0])

    with world.database.read() as session:
        assert session.scalars(select(BookingRoom.room_id)).all() == [OAK]
        assert session.get_one(SignOff, id_).why == "It is near"


def test_asking_leaves_a_code_and_asks_once(world: World, barred: int) -> None:
    assert ask(world, move(world, barred)) == ask(world, move(world, barred))

    with world.database.read() as session:
        codes = session.scalars(select(RefusalCode.code)).all()
        assert session.scalars(select(SignOff.code)).one() in codes


def test_what_no_manager_may_pass_is_not_asked(world: World, barred: int) -> None:
    here = move(world, barred, scene.RAILSIDE_ROOM)

    with pytest.raises(WrongInput, match="cannot pass what stands in the way"):
        ask(world, here)


def test_nobody_asks_about_what_they_do_not_see(world: World, barred: int) -> None:
    with pytest.raises(NotAllowed, match="Only its own worker"):
        ask(world, move(world, barred), world.coordinator)
