"""Workers hear of what was moved, and have words for the family."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from tests.venues.services.rehousing.leaving import (
    CLOSING,
    applied,
    book,
    made,
)
from tests.world import OAK, World
from venues.database.models import Notice, Room, Staff
from venues.domain.people import Viewer
from venues.errors import NotFound
from venues.services import calendars
from venues.services.rehousing import taking_back, telling
from venues.services.rehousing.values import Away, Told


def told(world: World, viewer: Viewer, **how: bool) -> tuple[Told, ...]:
    with world.database.read() as session:
        return telling.read(session, viewer, world.now, **how)


def test_each_worker_hears_of_their_own_and_nobody_else_does(world: World) -> None:
    mine = book(world)
    book(world, room_ids=(OAK,), viewer=world.colleague)
    applied(world, made(world))

    (one,) = told(world, world.practitioner)

    assert one.booking_id == mine
    assert one.words == "Moved from Willow Room, Millbrook to Study, Library."
    assert not one.noted
    assert told(world, world.coordinator) == told(world, world.victim_worker) == ()


def test_another_time_is_said_with_both_times(world: World) -> None:
    book(world)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id > 3).values(seats_circle=1))
    book(world, room_ids=(3,), kind="PRO", viewer=world.manager)
    applied(world, made(world))

    (one,) = told(world, world.practitioner)

    assert one.words == (
        "Moved from Willow Room, Millbrook at 3pm on Thursday 26 November "
        "to Study, Library at 2pm on Thursday 26 November."
    )


def test_what_was_seen_is_told_no_more(world: World) -> None:
    book(world)
    applied(world, made(world))
    (one,) = told(world, world.practitioner)

    with world.database.write() as session:
        telling.note(session, one.id, world.practitioner)

    assert told(world, world.practitioner) == ()
    (still,) = told(world, world.practitioner, noted=True)
    assert still.noted


def test_nobody_sees_to_what_a_colleague_was_told(world: World) -> None:
    book(world)
    applied(world, made(world))
    (one,) = told(world, world.practitioner)

    with world.database.write() as session:
        for work in (telling.note, telling.words_to_copy):
            with pytest.raises(NotFound):
                work(session, one.id, world.colleague)
        with pytest.raises(NotFound):
            telling.note(session, 99, world.practitioner)


def test_nobody_is_told_where_that_is_not_wanted(world: World) -> None:
    book(world)
    applied(world, made(world), tell=False)

    assert told(world, world.practitioner) == ()


def test_what_nobody_saw_is_not_told_once_it_is_taken_back(world: World) -> None:
    book(world)
    done = applied(world, made(world))

    with world.database.write() as session:
        back = taking_back.take_back(session, done, world.coordinator, now=world.now)

    assert told(world, world.practitioner) == ()
    assert back.notices == ()
    with world.database.write() as session:
        assert telling.take_back(session, (99,), world.coordinator) == ()


def test_who_has_seen_it_hears_that_it_is_back(world: World) -> None:
    book(world)
    done = applied(world, made(world))
    (one,) = told(world, world.practitioner)
    with world.database.write() as session:
        telling.note(session, one.id, world.practitioner)
        taking_back.take_back(session, done, world.coordinator, now=world.now)

    (back,) = told(world, world.practitioner)

    assert back.words == "Moved from Study, Library to Willow Room, Millbrook."


@pytest.mark.parametrize("ask_for", ["Sam", ""])
def test_words_for_the_family_say_where_and_when_and_no_more(
    world: World, ask_for: str
) -> None:
    book(world, references=("WA-20417",))
    with world.database.write() as session:
        session.execute(update(Staff).values(ask_for=ask_for))
    applied(world, made(world))
    (one,) = told(world, world.practitioner)

    with world.database.read() as session:
        words = telling.words_to_copy(session, one.id, world.practitioner)

    whom, ask = (f" with {ask_for}", f" and ask for {ask_for}") if ask_for else ("", "")
    assert words == (
        f"Your appointment{whom} on Thursday 26 November at 3pm has moved. It is now "
        f"on Thursday 26 November at 3pm at Library, Library. Come to Study{ask}. "
        f"If you can't make it or want somewhere else, ring or text {ask_for or 'us'}."
    )


def test_no_words_are_made_for_who_works_in_it_no_more(world: World) -> None:
    book(world)
    applied(world, made(world))
    (one,) = told(world, world.practitioner)
    with world.database.write() as session:
        session.execute(update(Notice).values(staff_id=world.colleague.staff_id))

    with world.database.read() as session, pytest.raises(NotFound):
        telling.words_to_copy(session, one.id, world.colleague)
    assert told(world, world.colleague) == ()


def test_a_calendar_takes_the_change_for_a_newer_one(world: World) -> None:
    id_ = book(world)
    with world.database.read() as session:
        (before,) = calendars.of_bookings(session, world.practitioner, [id_])
    applied(world, made(world))

    with world.database.read() as session:
        (after,) = calendars.of_bookings(session, world.practitioner, [id_])

    assert after.uuid == before.uuid
    assert after.sequence > before.sequence
    assert after.place.startswith("Study, Library")


def test_who_takes_over_is_told_so(world: World) -> None:
    book(world)
    cause = Away(
        staff_id=world.practitioner.staff_id, starts=CLOSING.starts, ends=CLOSING.ends
    )
    applied(world, made(world, cause))

    (one,) = told(world, world.colleague)

    assert one.words == "Handed over to you."
    assert told(world, world.practitioner) == ()
