"""Asking for a room in use: who hears of it, and what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.venues.services.reviews.scene import at, book
from tests.world import HALL, HALL_A, HALL_B, WILLOW, World
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import booking_changes, room_requests
from venues.services.room_requests import ASKED, NO, OPEN, YES, Wanted


def ask(
    world: World, viewer: Viewer | None = None, room_id: int = WILLOW
) -> tuple[int, ...]:
    with world.database.write() as session:
        return room_requests.ask(
            session, viewer or world.colleague, room_id, at(15), now=world.now
        )


def decide(world: World, id_: int, state: str, viewer: Viewer) -> str:
    with world.database.write() as session:
        return room_requests.decide(session, id_, state, viewer)


def mine(world: World, viewer: Viewer | None = None) -> tuple[Wanted, ...]:
    with world.database.read() as session:
        return room_requests.mine(session, viewer or world.colleague, world.now)


def to_pass_on(world: World, viewer: Viewer | None = None) -> tuple[Wanted, ...]:
    with world.database.read() as session:
        who = viewer or world.coordinator
        return room_requests.to_pass_on(session, who, world.now)


def to_answer(world: World, viewer: Viewer | None = None) -> tuple[Wanted, ...]:
    with world.database.read() as session:
        who = viewer or world.practitioner
        return room_requests.to_answer(session, who, world.now)


def test_it_goes_to_the_coordinator_first(world: World) -> None:
    book(world)

    ask(world)

    (wanted,) = to_pass_on(world)
    assert (wanted.asked_by, wanted.holder) == ("Practitioner 05", "Practitioner 04")
    assert wanted.room.name == "Willow Room"
    assert to_answer(world) == ()
    assert to_pass_on(world, world.practitioner) == ()


def test_the_holder_hears_that_it_is_wanted_and_not_by_whom(world: World) -> None:
    booking = book(world)
    (id_,) = ask(world)

    assert decide(world, id_, ASKED, world.coordinator) == OPEN

    (wanted,) = to_answer(world)
    assert wanted == Wanted(
        id_, wanted.room, at(15), ASKED, booking, asked_by="", holder=""
    )
    assert to_answer(world, world.victim_worker) == ()
    assert to_pass_on(world) == ()


@pytest.mark.parametrize("answer", [YES, NO])
def test_whoever_asked_hears_yes_or_no_only(world: World, answer: str) -> None:
    book(world)
    (id_,) = ask(world)
    before = mine(world)
    decide(world, id_, ASKED, world.coordinator)
    assert mine(world) == before

    decide(world, id_, answer, world.practitioner)

    (told,) = mine(world)
    assert told == replace(before[0], state=answer)
    assert told.booking_id is None


def test_the_coordinator_may_decline_at_once(world: World) -> None:
    book(world)
    (id_,) = ask(world)

    with pytest.raises(NotAllowed, match="holds the room first"):
        decide(world, id_, YES, world.coordinator)
    decide(world, id_, NO, world.coordinator)

    assert mine(world)[0].state == NO


def test_nobody_else_decides_and_nothing_is_decided_twice(world: World) -> None:
    book(world)
    (id_,) = ask(world)

    for viewer in (world.colleague, world.practitioner, world.victim_worker):
        with pytest.raises(NotAllowed):
            decide(world, id_, NO, viewer)
    decide(world, id_, NO, world.coordinator)
    with pytest.raises(NotFound):
        decide(world, id_, ASKED, world.coordinator)


def test_a_hall_in_two_halves_needs_a_yes_of_both(world: World) -> None:
    book(world, room_ids=(HALL_A,))
    book(world, world.victim_worker, room_ids=(HALL_B,), **_meeting())
    first, second = ask(world, room_id=HALL)
    for id_ in (first, second):
        decide(world, id_, ASKED, world.coordinator)

    decide(world, first, YES, world.practitioner)
    assert [each.state for each in mine(world)] == [OPEN]
    decide(world, second, YES, world.victim_worker)

    assert [each.state for each in mine(world)] == [YES]


def test_one_no_is_a_no(world: World) -> None:
    book(world, room_ids=(HALL_A,))
    book(world, world.victim_worker, room_ids=(HALL_B,), **_meeting())
    first, _ = ask(world, room_id=HALL)

    decide(world, first, NO, world.coordinator)

    assert [each.state for each in mine(world)] == [NO]


def test_what_cannot_be_asked_says_why(world: World) -> None:
    with pytest.raises(WrongInput, match="Nobody can be asked"):
        ask(world)
    book(world)
    with pytest.raises(WrongInput, match="yourself"):
        ask(world, world.practitioner)
    with pytest.raises(NotAllowed):
        ask(world, world.board)
    with pytest.raises(WrongInput, match="passed"), world.database.write() as session:
        past = Period.lasting(datetime(2026, 11, 2, 9), 60)
        room_requests.ask(session, world.colleague, WILLOW, past, now=world.now)


def test_asking_twice_is_asking_once_and_it_can_be_withdrawn(world: World) -> None:
    book(world)
    ids = ask(world)
    assert ask(world) == ids

    with world.database.write() as session:
        room_requests.withdraw(session, ids, world.practitioner)
    assert len(mine(world)) == 1
    with world.database.write() as session:
        room_requests.withdraw(session, ids, world.colleague)
    assert mine(world) == to_pass_on(world) == ()
    with world.database.write() as session:
        room_requests.ask_again(session, ids, world.colleague)
    assert len(to_pass_on(world)) == 1


def test_a_booking_that_moved_away_is_asked_no_more(world: World) -> None:
    booking = book(world)
    ask(world)

    with world.database.write() as session:
        booking_changes.move(
            session,
            booking,
            world.practitioner,
            now=world.now,
            period=at(15, date(2026, 11, 27)),
        )

    assert to_pass_on(world) == ()


def _meeting() -> dict[str, Any]:
    return {"audience": Audience.STAFF, "kind": "PRO", "references": ()}
