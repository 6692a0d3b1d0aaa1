"""Days of rooms with what is in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from venues.database.models import ClosedDay, Closure, Hold, Offer
from venues.domain.privacy import IN_USE
from venues.services import attempts, diary

WILLOW, OAK, STUDY, HALL, HALL_A, HALL_B = range(1, 7)
THURSDAY = date(2026, 11, 26)


def book(world: Any, **changed: Any) -> None:
    attempts.book(
        world.database, world.request(**changed), world.practitioner, now=world.now
    )


def read(world: Any, viewer: Any = None, **more: Any) -> diary.Diary:
    with world.database.read() as session:
        return diary.read(
            session, viewer or world.practitioner, **{"first": THURSDAY} | more
        )


def test_a_booking_is_on_its_day_in_its_room(world: Any) -> None:
    book(world)

    found = read(world)

    (seen,) = found.seen[WILLOW, THURSDAY]
    assert (seen.title, seen.own) == ("WA-20417", True)
    assert found.seen.keys() == {(WILLOW, THURSDAY)}


def test_a_colleague_sees_the_hold_in_use(world: Any) -> None:
    book(world, kind="GRP", people=8)

    (seen,) = read(world, world.colleague).seen[WILLOW, THURSDAY]

    assert seen.title == IN_USE
    assert (seen.starts.time(), seen.ends.time()) == (time(14, 45), time(16, 15))


def test_the_halves_of_a_booked_hall_are_in_use_too(world: Any) -> None:
    book(world, room_ids=(HALL,))

    seen = read(world).seen

    assert seen[HALL, THURSDAY][0].own
    assert [seen[half, THURSDAY][0].title for half in (HALL_A, HALL_B)] == [IN_USE] * 2


def test_an_offer_holds_a_room_like_anything_else(world: Any) -> None:
    with world.database.write() as session:
        three, four = datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)
        session.add(
            Offer(staff_id=2, room_id=OAK, starts=three, ends=four, expires=three)
        )
        session.flush()
        session.add(Hold(space_id=OAK, offer_id=1, starts=three, ends=four))

    assert read(world).seen[OAK, THURSDAY][0].title == IN_USE


def test_mine_leaves_only_rooms_with_ones_own(world: Any) -> None:
    book(world)
    attempts.book(
        world.database,
        world.request(room_ids=(OAK,), references=("WA-20418",), worker_ids=(2,)),
        world.colleague,
        now=world.now,
    )

    found = read(world, mine=True)

    assert [room.id for room in found.rooms] == [WILLOW]


def test_rooms_come_by_venue_and_name_and_can_be_chosen(world: Any) -> None:
    everything, railside = read(world), read(world, venue_ids={3})
    halton = read(world, authority_ids={2})

    assert [venue.name for venue in everything.venues] == [
        "Library",
        "Millbrook",
        "Railside",
    ]
    assert [room.name for room in railside.rooms] == ["Hall", "Hall A", "Hall B"]
    assert halton.rooms == railside.rooms
    assert everything.rooms_of(1) == tuple(
        room for room in everything.rooms if room.venue.id == 1
    )


def test_closures_and_closed_days_are_in_the_hours(world: Any) -> None:
    with world.database.write() as session:
        session.add(
            Closure(
                venue_id=1,
                starts=datetime(2026, 11, 26),
                ends=datetime(2026, 11, 26, 13),
                reason="training",
            )
        )
        session.add(ClosedDay(day=date(2026, 11, 27), name="Inset", authority_id=2))

    hours = read(world, days=2).hours

    assert hours[WILLOW, THURSDAY].usable[0].starts == datetime(2026, 11, 26, 13)
    assert hours[WILLOW, THURSDAY].closed == "training"
    assert hours[HALL, date(2026, 11, 27)].closed == "Inset"
    assert hours[WILLOW, date(2026, 11, 27)].closed == ""


def test_mine_are_ones_own_live_appointments_in_order(world: Any) -> None:
    book(world, hour=17)
    book(world, hour=9)

    with world.database.read() as session:
        found = diary.mine(
            session,
            world.practitioner,
            first=world.now,
            until=datetime(2026, 12, 31),
        )
        nothing = diary.mine(
            session, world.colleague, first=world.now, until=datetime(2026, 12, 31)
        )

    assert [seen.starts.hour for seen in found] == [9, 17]
    assert nothing == ()


def test_a_week_takes_a_fixed_number_of_statements(
    world: Any, statements: Callable[[], list[str]]
) -> None:
    def count() -> int:
        statements()
        read(world, days=6)
        return len(statements())

    book(world)
    count()
    first = count()
    for hour in (9, 11, 13):
        book(world, hour=hour)

    assert count() == first <= 7
