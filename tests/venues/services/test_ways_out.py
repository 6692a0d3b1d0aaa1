"""The one change that frees some rooms of a group."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from venues.database.models import Feature, Room
from venues.domain.findings import Reason, Step
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.places import METRES_PER_MILE, Point
from venues.services import bookings, finding, second_look, ways_out
from venues.services.finding import Wish
from venues.services.ways_out import Offer, Way

WILLOW, OAK, STUDY = 1, 2, 3
THURSDAY = date(2026, 11, 26)


def wish(**changed: Any) -> Wish:
    usual: dict[str, Any] = {
        "audience": Audience.CHILD,
        "kind": "SUP",
        "period": Period.lasting(datetime.combine(THURSDAY, time(15)), 60),
        "people": 3,
        "worker_ids": (1,),
        "authority_ids": frozenset({1}),
    }
    return Wish(**(usual | changed))


def ways(world: Any, wanted: Wish) -> dict[Reason, Way]:
    with world.database.read() as session:
        found = finding.rooms(session, wanted, world.practitioner, today=world.now)
        second = second_look.look(session, found, world.practitioner, now=world.now)
    return {way.group.reason: way for way in second.ways}


def fitting(world: Any, offer: Offer) -> int:
    """How many rooms fit once the offer is taken."""
    assert offer.wish is not None
    with world.database.read() as session:
        found = finding.rooms(session, offer.wish, world.practitioner, today=world.now)
    return len(found.matches)


def give(world: Any, room: int, need: str) -> None:
    with world.database.write() as session:
        venue = session.get(Room, room).venue_id
        session.add(Feature(venue_id=venue, room_id=room, need=need, present=True))


def test_the_need_that_alone_keeps_most_rooms_out_is_dropped(world: Any) -> None:
    for room in (WILLOW, OAK, STUDY):
        give(world, room, "step-free")
    give(world, WILLOW, "quiet-space")

    way = ways(world, wish(needs=("step-free", "quiet-space")))[Reason.MUST_HAVE]

    assert way.offer is not None
    assert (way.offer.step, way.offer.words) == (Step.DROP_NEED, "Show them")
    assert way.offer.wish is not None
    assert way.offer.wish.needs == ("step-free",)
    assert fitting(world, way.offer) == 1 + way.offer.frees


def test_only_some_of_them_is_said_so(world: Any) -> None:
    give(world, WILLOW, "step-free")

    way = ways(world, wish(needs=("step-free", "quiet-space")))[Reason.MUST_HAVE]

    assert way.offer is not None
    assert (way.offer.words, way.offer.frees) == ("Show 1 of them", 1)


def test_where_two_needs_are_missing_no_one_change_helps(world: Any) -> None:
    way = ways(world, wish(needs=("step-free", "quiet-space")))[Reason.MUST_HAVE]

    assert way.offer is None


def test_fewer_people_are_as_many_as_there_are_seats(world: Any) -> None:
    with world.database.write() as session:
        session.get(Room, OAK).seats_circle = 6

    way = ways(world, wish(people=9))[Reason.SEATS]

    assert way.offer is not None
    assert (way.offer.words, way.offer.frees) == ("With 8", 2)
    assert fitting(world, way.offer) == 2


def test_the_next_distance_is_the_first_that_reaches_a_room(world: Any) -> None:
    near = Point(366_000, 388_000)  # 3.7 miles from Millbrook, 3.6 from the library

    way = ways(world, wish(near=near, within=METRES_PER_MILE))[Reason.DISTANCE]

    assert way.offer is not None
    assert (way.offer.words, way.offer.frees) == ("Within 5 miles", 3)
    assert fitting(world, way.offer) == 3


def test_an_hour_further_off_must_free_twice_as_many(world: Any) -> None:
    """At 4pm one room is free, at 5pm all three: three are worth the hour."""
    taken = [
        (WILLOW, 15, 2),
        (OAK, 15, 3),
        (STUDY, 15, 4),
        (OAK, 16, 3),
        (STUDY, 16, 4),
    ]
    taken += [(room, 14, worker) for room, worker in ((1, 2), (2, 3), (3, 4))]
    for room, hour, worker in taken:
        request = world.request(
            room_ids=(room,),
            worker_ids=(worker,),
            references=(),
            period=Period.lasting(datetime.combine(THURSDAY, time(hour)), 60),
            accepted={"R19": "It is next door"},
        )
        with world.database.write() as session:
            bookings.book(session, request, world.manager, now=world.now)

    way = ways(world, wish())[Reason.BOOKED]

    assert way.offer is not None
    assert (way.offer.words, way.offer.frees) == ("Try 5pm", 3)


def test_a_busy_worker_is_offered_the_time_when_they_are_free(world: Any) -> None:
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=world.now)

    way = ways(world, wish())[Reason.WORKER]

    assert way.offer is not None
    assert way.offer.step is Step.TRY_TIME
    assert way.offer.frees == fitting(world, way.offer) - 1


@pytest.mark.parametrize("reason", [Reason.BOOKED, Reason.CLOSED, Reason.MUST_HAVE])
def test_before_the_second_look_nothing_uncounted_is_offered(
    world: Any, reason: Reason
) -> None:
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=world.now)
    with world.database.read() as session:
        found = finding.rooms(
            session, wish(needs=("screen",)), world.practitioner, today=world.now
        )

    offers = {way.group.reason: way.offer for way in ways_out.first(found)}

    assert offers.get(reason) is None
