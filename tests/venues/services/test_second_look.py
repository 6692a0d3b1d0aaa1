"""What would help where a room does not fit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from venues.database.models import CaseVenue, ClosedDay
from venues.domain.findings import Reason, Step
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import VenuesError
from venues.services import bookings, finding, second_look
from venues.services.finding import Wish
from venues.services.second_look import Second

WILLOW, OAK, STUDY, HALL, HALL_A, HALL_B = range(1, 7)
THURSDAY = date(2026, 11, 26)


def wish(hour: int = 15, **changed: Any) -> Wish:
    usual: dict[str, Any] = {
        "audience": Audience.CHILD,
        "kind": "SUP",
        "period": Period.lasting(datetime.combine(THURSDAY, time(hour)), 60),
        "people": 3,
        "worker_ids": (1,),
        "authority_ids": frozenset({1}),
    }
    return Wish(**(usual | changed))


def look(world: Any, wanted: Wish) -> Second:
    with world.database.read() as session:
        found = finding.rooms(session, wanted, world.practitioner, today=world.now)
        return second_look.look(session, found, world.practitioner, now=world.now)


def take(world: Any, room: int, hour: int, **changed: Any) -> None:
    """Somebody else is in the room for an hour."""
    request = world.request(
        room_ids=(room,),
        hour=hour,
        worker_ids=(2,),
        references=(),
        **changed,
    )
    with world.database.write() as session:
        bookings.book(session, request, world.colleague, now=world.now)


def fill_millbrook(world: Any) -> None:
    """Leave nothing free in Warrington at 3pm."""
    for room, worker in ((WILLOW, 2), (OAK, 3), (STUDY, 4)):
        request = world.request(room_ids=(room,), worker_ids=(worker,), references=())
        with world.database.write() as session:
            bookings.book(session, request, world.manager, now=world.now)


def test_rooms_at_another_start_join_with_their_own_time(world: Any) -> None:
    take(world, WILLOW, 15)

    second = look(world, wish(flexible=60))

    assert [(m.room.name, m.period.starts.hour) for m in second.moved] == [
        ("Willow Room", 16)
    ]
    assert second.ways == ()


def test_a_start_out_of_reach_is_offered_as_one_change(world: Any) -> None:
    take(world, WILLOW, 15)

    (way,) = look(world, wish(flexible=30)).ways

    assert way.group.reason is Reason.BOOKED
    assert way.offer is not None
    assert (way.offer.step, way.offer.frees) == (Step.TRY_TIME, 1)
    assert way.offer.wish is not None
    assert way.offer.wish.period.starts.hour == 16
    assert way.words == "in use at that time, free from 4pm"


def test_the_number_that_a_start_frees_is_counted_out(world: Any) -> None:
    fill_millbrook(world)

    (way,) = look(world, wish()).ways

    assert way.offer is not None
    assert way.offer.frees == 3
    with world.database.read() as session:
        again = finding.rooms(
            session, way.offer.wish, world.practitioner, today=world.now
        )
    assert len(again.matches) == 3


def test_nothing_earlier_than_now_is_offered(world: Any) -> None:
    take(world, WILLOW, 15)
    now = datetime.combine(THURSDAY, time(14, 30))
    with world.database.read() as session:
        found = finding.rooms(session, wish(), world.practitioner, today=now)
        second = second_look.look(session, found, world.practitioner, now=now)

    offer = second.ways[0].offer

    assert offer is not None
    assert offer.words == "Try 4pm"


def test_a_room_refused_for_a_person_is_never_offered_another_time(world: Any) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))

    second = look(world, wish(references=("WA-20417",), flexible=240))

    (way,) = second.ways
    assert way.group.reason is Reason.CASE
    assert way.offer is not None
    assert (way.offer.step, way.offer.wish) == (Step.OTHER_PLACES, None)
    assert second.moved == ()


def test_with_nothing_but_such_rooms_other_places_and_days_are_offered(
    world: Any,
) -> None:
    with world.database.write() as session:
        session.add_all(
            CaseVenue(case_id=1, venue_id=id_, since=THURSDAY, until=THURSDAY)
            for id_ in (1, 2)
        )

    second = look(world, wish(references=("WA-20417",), flexible=240))

    words = {each.words for each in second.alternatives}
    assert words == {"the same time, further away", "another day"}
    assert {each.period.starts.time() for each in second.alternatives} == {time(15)}
    elsewhere = second.alternatives[0]
    assert elsewhere.room.venue.name == "Railside"


def test_when_nothing_fits_three_alternatives_stand_ready(world: Any) -> None:
    fill_millbrook(world)

    second = look(world, wish())

    assert [each.words for each in second.alternatives] == [
        "the same time, further away",
        "later that day",
        "another day",
    ]
    assert [area.name for area in second.areas] == ["Halton"]
    assert second.areas[0].offer.frees == 3
    assert second.areas[0].offer.wish is not None
    assert second.areas[0].offer.wish.authority_ids == {1, 2}


def test_a_closed_day_leads_to_the_next_open_one(world: Any) -> None:
    with world.database.write() as session:
        session.add(ClosedDay(day=THURSDAY, name="Inset day"))

    second = look(world, wish())

    (way,) = second.ways
    assert way.offer is not None
    assert (way.offer.step, way.offer.words) == (
        Step.ANOTHER_DAY,
        "Try Fri 27 November",
    )
    assert way.words == "closed at that time, open on Friday 27 November"
    assert [each.words for each in second.alternatives] == ["another day"]


def test_other_areas_are_left_alone_while_enough_fits(world: Any) -> None:
    assert look(world, wish()).areas == ()


def test_the_work_ends_when_nobody_waits_for_it(world: Any) -> None:
    class StopError(VenuesError):
        pass

    def stop(done: int, total: int) -> None:
        raise StopError

    with world.database.read() as session:
        found = finding.rooms(session, wish(), world.practitioner, today=world.now)
        with pytest.raises(StopError):
            second_look.look(
                session, found, world.practitioner, now=world.now, progress=stop
            )


def test_the_statements_do_not_grow_with_what_is_booked(
    world: Any, statements: Any
) -> None:
    fill_millbrook(world)
    statements()
    look(world, wish())
    few = len(statements())
    for hour in (9, 11, 13, 17):
        take(world, WILLOW, hour, period=_hour(hour))

    statements()
    look(world, wish())

    assert len(statements()) == few


def _hour(hour: int) -> Period:
    starts = datetime.combine(THURSDAY, time(hour))
    return Period(starts, starts + timedelta(hours=1))
