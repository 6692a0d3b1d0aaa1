"""What becomes of a booking that is still provisional when it is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests import turned
from tests.venues.services.apart import apart_scene
from tests.venues.services.conditional import RISK, book, prepare
from tests.world import WILLOW, World
from venues.database.models import Booking, History, Hold, RefusalCode, Venue
from venues.domain.meeting import Meeting
from venues.errors import NotFound, Refused
from venues.services import bookings, releasing, settings, today
from venues.services.bookings import Booked
from venues.services.conditions import RELEASED
from venues.services.rehousing import telling
from venues.services.rehousing.values import Told

DUE = date(2026, 11, 24)
DAY_AFTER = datetime(2026, 11, 25, 8)
NAMELESS: dict[str, Any] = {"references": (), "hour": 11}


@pytest.fixture(autouse=True)
def _kinds(world: World) -> None:
    prepare(world)


def choose(world: World, what: str = "release") -> None:
    with world.database.write() as session:
        settings.save(session, world.manager, {"provisional_due": what})


def release(world: World, now: datetime = DAY_AFTER) -> int:
    return releasing.release(world.database, now)


def status(world: World, booked: Booked) -> str:
    with world.database.read() as session:
        return session.get_one(Booking, booked.id).status


def told(world: World, viewer: Any = None) -> tuple[Told, ...]:
    with world.database.read() as session:
        return telling.read(session, viewer or world.practitioner, DAY_AFTER)


def bring_back(world: World, viewer: Any = None) -> Booked:
    (one,) = told(world)
    return releasing.bring_back(
        world.database, one.id, viewer or world.practitioner, now=DAY_AFTER
    )


def needs(world: World, now: datetime) -> list[tuple[str, bool]]:
    with world.database.read() as session:
        found = today.needs(session, world.practitioner, now)
    return [(each.words, each.urgent) for each in found]


def test_as_the_program_comes_it_is_kept_and_listed_as_urgent(world: World) -> None:
    booked = book(world, **NAMELESS)

    assert release(world) == 0
    assert status(world, booked) == "provisional"
    assert needs(world, DAY_AFTER) == [
        ("Add the case reference. It was due by 24 November.", True)
    ]
    assert told(world) == ()


def test_released_it_frees_its_room_and_its_worker_is_told(world: World) -> None:
    choose(world)
    booked = book(world, **NAMELESS)
    assert needs(world, world.now) == [
        ("Add the case reference. Its time is released after 24 November.", False)
    ]

    assert release(world) == 1
    assert release(world) == 0

    assert status(world, booked) == "cancelled"
    (one,) = told(world)
    assert (one.words, one.released) == (RELEASED, True)
    assert told(world, world.colleague) == ()
    with world.database.read() as session:
        assert session.scalars(select(Hold)).all() == []
        last = session.scalars(
            select(History).where(History.table == "booking").order_by(History.id)
        ).all()[-1]
    assert last.staff_id is None
    book(world, world.colleague, worker_ids=(2,), room_ids=(WILLOW,), **RISK)


def test_whatever_is_missing_the_words_are_the_same(world: World) -> None:
    choose(world)
    book(world, **NAMELESS)
    book(world, **RISK)

    assert release(world) == 2
    assert {each.words for each in told(world)} == {RELEASED}


@pytest.mark.parametrize(
    ("now", "number"),
    [
        (datetime(2026, 11, 24, 23, 59), 0),
        (datetime(2026, 11, 25), 1),
        (datetime(2026, 11, 26, 10, 59), 1),
        (datetime(2026, 11, 26, 11), 0),
    ],
)
def test_it_is_released_after_the_day_and_not_once_it_has_begun(
    world: World, now: datetime, number: int
) -> None:
    choose(world)
    book(world, **NAMELESS)

    assert release(world, now) == number


def test_what_is_complete_stays(world: World) -> None:
    choose(world)
    confirmed = book(world, **RISK, meeting=Meeting(police="Risk desk"))
    whole = book(world, hour=11)

    assert release(world) == 0
    assert {status(world, each) for each in (confirmed, whole)} == {"confirmed"}


def test_what_is_booked_late_has_until_the_end_of_that_day(world: World) -> None:
    choose(world)
    late = replace(world, now=DAY_AFTER)
    booked = book(late, **NAMELESS)

    assert release(world, DAY_AFTER + timedelta(hours=10)) == 0
    assert release(world, datetime(2026, 11, 26, 8)) == 1
    assert status(world, booked) == "cancelled"


def test_it_is_brought_back_as_it_was_and_has_one_day_more(world: World) -> None:
    choose(world)
    booked = book(world, **NAMELESS)
    release(world)

    back = bring_back(world)

    assert (back.id, back.status) == (booked.id, "provisional")
    assert told(world) == ()
    assert release(world) == 0
    assert release(world, datetime(2026, 11, 26, 8)) == 1


def test_bringing_it_back_can_be_undone(world: World) -> None:
    choose(world)
    booked = book(world, **NAMELESS)
    release(world)
    (one,) = told(world)
    world.database.actor = world.practitioner.staff_id
    bring_back(world)

    turned.undo(world.database, world.practitioner, DAY_AFTER)

    assert status(world, booked) == "cancelled"
    assert [each.id for each in told(world)] == [one.id]
    assert bring_back(world).status == "provisional"


def test_nobody_brings_back_what_is_not_theirs(world: World) -> None:
    choose(world)
    book(world, **NAMELESS)
    release(world)

    with pytest.raises(NotFound):
        bring_back(world, world.colleague)


def test_a_room_that_was_taken_meanwhile_is_not_given_back(world: World) -> None:
    choose(world)
    book(world, **NAMELESS)
    release(world)
    with world.database.write() as session:
        other = world.request(hour=11, references=(), worker_ids=(2,))
        bookings.book(session, other, world.colleague, now=DAY_AFTER)

    with pytest.raises(Refused, match="in use"):
        bring_back(world)

    assert len(told(world)) == 1


def test_a_refusal_for_a_person_has_its_code_and_says_no_more(world: World) -> None:
    """The panel of a child lapses, and somebody they are kept from comes meanwhile."""
    choose(world)
    booked = book(world, kind="ROP")
    release(world)
    apart_scene.link(world)
    apart_scene.book(world, 13, **apart_scene.victim(world))

    with pytest.raises(Refused) as refused:
        bring_back(world)

    assert str(refused.value).startswith(
        "This venue is not available for this case at this time."
    )
    assert refused.value.code is not None
    assert status(world, booked) == "cancelled"
    with world.database.read() as session:
        assert len(session.scalars(select(RefusalCode)).all()) == 1


def test_a_venue_that_keeps_the_time_has_to_be_told(world: World) -> None:
    choose(world)
    booked = book(world, **NAMELESS)
    with world.database.write() as session:
        session.get_one(Booking, booked.id).venue_answer = "yes"
        session.get_one(Venue, 1).booked_by = "request"
    release(world)

    (one,) = told(world)

    assert one.words == (
        f"{RELEASED} Tell Millbrook that Thursday 26 November, 11am to 12pm "
        "is not needed."
    )
