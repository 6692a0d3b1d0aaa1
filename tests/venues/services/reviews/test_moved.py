"""Whose booking was moved for them looks at it again, whatever it is."""

from __future__ import annotations

from tests import turned
from tests.world import OAK, STUDY, WILLOW, World
from venues.domain import telling
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.services import booking_changes, bookings, moves
from venues.services.reviews import listing
from venues.services.reviews import moved as reviews


def booked(world: World) -> int:
    with world.database.write() as session:
        request = world.request(references=("WA-20417",))
        return bookings.book(session, request, world.practitioner, now=world.now).id


def moved(world: World, booking_id: int, room_id: int = STUDY) -> None:
    with world.database.write() as session:
        booking_changes.move(
            session,
            booking_id,
            world.coordinator,
            now=world.now,
            room_ids=(room_id,),
            accepted={telling.NAME: "She has agreed"},
        )


def waiting(world: World, viewer: Viewer) -> list[str]:
    with world.database.read() as session:
        return [each.words for each in listing.read(session, viewer, world.now)]


def test_whose_own_it_is_moves_it_and_has_nothing_to_look_at(world: World) -> None:
    booking_id = booked(world)

    with world.database.write() as session:
        booking_changes.move(
            session, booking_id, world.practitioner, now=world.now, room_ids=(OAK,)
        )

    assert waiting(world, world.practitioner) == []


def test_whose_booking_was_moved_finds_it_on_the_list(world: World) -> None:
    booking_id = booked(world)

    moved(world, booking_id)

    assert waiting(world, world.practitioner) == [reviews.WORDS]


def test_a_move_that_is_taken_back_leaves_nothing_to_look_at(world: World) -> None:
    booking_id = booked(world)

    for room_id in (STUDY, OAK, WILLOW):
        moved(world, booking_id, room_id)

    assert waiting(world, world.practitioner) == []


def test_moving_again_asks_again(world: World) -> None:
    booking_id = booked(world)

    for room_id in (STUDY, WILLOW, OAK):
        moved(world, booking_id, room_id)

    assert waiting(world, world.practitioner) == [reviews.WORDS]


def test_a_coordinator_takes_a_move_back_without_being_asked(world: World) -> None:
    booking_id = booked(world)
    with world.database.read() as session:
        booking = booking_changes.by_id(session, booking_id, world.coordinator)
        move = moves.Move(
            booking_id=booking_id,
            room_id=WILLOW,
            to_room_id=OAK,
            period=Period(booking.starts, booking.ends),
            accepted=((telling.NAME, "Agreed"),),
        )
    world.database.actor = world.coordinator.staff_id
    moves.make(world.database, move, world.coordinator, now=world.now)

    turned.undo(world.database, world.coordinator, world.now)
    undone = waiting(world, world.practitioner)
    turned.redo(world.database, world.coordinator, world.now)

    assert (undone, waiting(world, world.practitioner)) == ([], [reviews.WORDS])
