"""Whom to ask for what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from tests.venues import hired
from tests.venues.hired import RAILSIDE
from tests.world import HALL_A, HALL_B, WILLOW, World
from venues.database.models import Feature
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.errors import NotFound
from venues.services import venue_asking
from venues.services.venue_asking import Asking, Tally


def queue(world: World, viewer: Viewer, now: datetime | None = None) -> Any:
    with world.database.read() as session:
        return venue_asking.queue(session, viewer, now or world.now)


def tally(world: World, viewer: Viewer) -> Tally:
    with world.database.read() as session:
        return venue_asking.tally(session, viewer, world.now)


def only(asked: tuple[Asking, ...]) -> Asking:
    (one,) = asked
    return one


def test_a_coordinator_sees_to_all_by_venue(world: World) -> None:
    hired.hired(world)
    mine = hired.book(world)
    theirs = hired.book(
        world,
        viewer=world.colleague,
        references=("WA-20418",),
        room_ids=(HALL_B,),
        layout="circle",
        needs=(),
    )
    hired.book(world, room_ids=(WILLOW,), hour=17)

    asked = only(queue(world, world.coordinator))

    assert (asked.venue_id, asked.name, asked.hirer) == (
        RAILSIDE,
        "Railside",
        "Community Team",
    )
    assert asked.contacts == (("Caretaker", "0161 496 0000"),)
    assert asked.roles == ("Caretaker",)
    assert {each.booking_id for each in asked.items} == {mine, theirs}
    assert not any(each.full or each.own for each in asked.items)


def test_anybody_else_sees_to_their_own(world: World) -> None:
    hired.hired(world)
    mine = hired.book(world)
    hired.book(
        world, viewer=world.colleague, references=("WA-20418",), room_ids=(HALL_B,)
    )

    asked = only(queue(world, world.practitioner))

    (item,) = asked.items
    assert (item.booking_id, item.own, item.full) == (mine, True, True)
    assert tally(world, world.practitioner) == Tally(to_ask=1)
    assert tally(world, world.coordinator) == Tally(to_ask=2)
    assert queue(world, world.board) == ()


def test_what_is_over_answered_or_cancelled_waits_no_more(world: World) -> None:
    hired.hired(world)
    hired.say(world, hired.book(world), venue_answer="yes")
    over = hired.book(world, room_ids=(HALL_B,), hour=11)
    hired.say(world, over, status="cancelled")

    assert queue(world, world.coordinator) == ()
    assert not tally(world, world.coordinator).any


def test_a_no_stays_until_something_is_done(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, venue_answer="no")

    assert only(queue(world, world.manager)).items[0].answer.said == "no"
    assert tally(world, world.manager) == Tally(refused=1)


def test_two_working_days_before_it_is_urgent(world: World) -> None:
    hired.hired(world, notice_days=0)
    tomorrow = Period.lasting(datetime(2026, 11, 24, 15), 60)
    hired.say(world, hired.book(world, period=tomorrow), venue_answer="asked")

    assert only(queue(world, world.coordinator)).items[0].urgent
    assert tally(world, world.coordinator) == Tally(asked=1, urgent=1)


def test_all_rooms_are_asked_for_for_as_long_as_they_are_held(world: World) -> None:
    hired.hired(world)
    group = {"kind": "GRP", "people": 6, "layout": "circle"}
    booked = hired.book(world, room_ids=(HALL_A, HALL_B), **group)

    said = only(queue(world, world.coordinator)).text({booked})

    assert (
        "- Thursday 26 November 2026, 2:45pm to 4:15pm: Hall A and Hall B, 6 people, "
        "seats in a circle"
    ) in said.splitlines()


def test_of_a_booking_in_two_venues_the_one_of_others_is_asked(world: World) -> None:
    hired.hired(world)
    hired.book(world, room_ids=(WILLOW, HALL_A))

    assert only(queue(world, world.coordinator)).name == "Railside"


def test_the_words_are_alike_for_a_victim_and_a_child(world: World) -> None:
    hired.hired(world)
    shared = {"room_ids": (HALL_A,), "people": 4, "layout": "circle"}
    child = hired.book(world, kind="SUP", **shared)
    one = only(queue(world, world.coordinator))
    hired.say(world, child, status="cancelled")
    with world.database.write() as session:
        session.connection().exec_driver_sql("DELETE FROM hold")
    victim = hired.book(
        world,
        viewer=world.victim_worker,
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20466",),
        **shared,
    )

    other = only(queue(world, world.coordinator))

    assert one.text({child}) == other.text({victim})
    assert "WA-" not in one.text({child})
    assert "SUP" not in one.text({child})


def test_one_booking_is_looked_at_whatever_was_said(world: World) -> None:
    hired.hired(world)
    booked, ours = hired.book(world), hired.book(world, room_ids=(WILLOW,), hour=17)
    hired.say(world, booked, venue_answer="yes", answered_on=date(2026, 11, 20))

    def look(booking_id: int, viewer: Viewer) -> Asking | None:
        with world.database.read() as session:
            return venue_asking.of_booking(session, viewer, booking_id, world.now)

    found = look(booked, world.practitioner)

    assert found is not None
    assert found.items[0].answer.said == "yes"
    assert look(ours, world.practitioner) is None
    with pytest.raises(NotFound):
        look(booked, world.colleague)


def test_the_queue_takes_as_many_statements_however_long_it_is(
    world: World, statements: Callable[[], list[str]]
) -> None:
    hired.hired(world)
    hired.book(world)
    queue(world, world.coordinator)
    statements()
    queue(world, world.coordinator)
    few = len(statements())
    for hour in (9, 11, 17):
        hired.book(world, hour=hour, room_ids=(HALL_B,), references=())

    statements()
    queue(world, world.coordinator)

    assert len(statements()) == few


def test_set_up_is_told_from_the_fixed_list_alone(world: World) -> None:
    hired.hired(world)
    with world.database.write() as session:
        for need in ("hearing-loop", "quiet-space"):
            session.add(Feature(venue_id=RAILSIDE, need=need, present=True))
    booked = hired.book(world, needs=("hearing-loop", "quiet-space"))

    said = only(queue(world, world.coordinator)).text({booked})

    assert "hearing loop" in said
    assert "quiet" not in said
