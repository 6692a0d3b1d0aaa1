"""A period with other places: what it would have solved, lost, and cost."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from tests.venues.services.what_if.scene import ground, need, played, search
from tests.venues.services.what_if.test_reading import book, left_out
from tests.world import OAK, STUDY, WILLOW, World
from venues.database.models import Booking, Hours, Room, UnmetNeed, Venue
from venues.domain.period import Period
from venues.domain.reporting import quarter_of
from venues.domain.what_if import (
    AddRooms,
    CloseVenue,
    FixCriterion,
    HirePrice,
    OpenLonger,
)
from venues.services.what_if import replaying
from venues.services.what_if.wanted import Source

AFTER_SIX = AddRooms(town="Millbrook", opens=time(16), closes=time(20), pence=1200)
LATER = {"opens": time(9), "closes": time(21)}


class Stopped(Exception):
    """Somebody does not want to wait."""


def close_at_five(world: World) -> None:
    """Every venue closes at five, so that nothing fits after six."""
    with world.database.write() as session:
        for row in session.scalars(select(Hours)):
            row.closes = time(17)


def test_no_change_solves_nothing_and_loses_nothing(world: World) -> None:
    need(world)
    search(world, people=5)
    book(world)

    found = played(world)

    assert (found.number, found.of) == (0, 2)
    assert (found.lost, found.pence, found.won) == (0, 0, ())


def test_a_room_that_fits_one_need_solves_exactly_that_one(world: World) -> None:
    close_at_five(world)
    need(world)
    need(world, people=30)
    need(world, band="8-11")
    need(world, authority_id=2, district="")

    found = played(world, AFTER_SIX)

    assert (found.number, found.of) == (1, 4)
    (won,) = found.won
    assert won.start == datetime(2026, 11, 23, 18)
    assert won.want.people == 3
    assert found.by_authority == {1: (1, 3), 2: (0, 1)}
    assert found.pence == round(1200 * 365 / 30)


def test_what_one_takes_no_other_gets_and_the_oldest_is_first(world: World) -> None:
    close_at_five(world)
    for week in (date(2026, 11, 23), date(2026, 11, 16)):
        need(world, week=week)
    for _ in range(12):
        need(world)

    found = played(world, AFTER_SIX)

    assert found.won[0].want.since == date(2026, 11, 16)
    taken = [each.start for each in found.won]
    assert len(set(taken)) == len(taken)
    assert found.number == 1 + 5 * 2  # from 6 to 8 in hours, five days, one room


def test_what_fits_without_the_change_is_not_counted(world: World) -> None:
    need(world)

    assert played(world, OpenLonger(venue_id=1, **LATER)).number == 0

    close_at_five(world)

    assert played(world, OpenLonger(venue_id=1, **LATER)).number == 1


def test_out_of_reach_nothing_is_solved(world: World) -> None:
    close_at_five(world)
    need(world)

    assert played(world, OpenLonger(venue_id=3, **LATER)).number == 0


def test_bookings_stay_where_they_were(world: World) -> None:
    close_at_five(world)
    need(world)
    with world.database.write() as session:
        for row in session.scalars(select(Hours).where(Hours.venue_id == 1)):
            row.closes = time(20)
    for day in range(23, 28):
        for hour in (18, 19):
            at = Period.lasting(datetime(2026, 11, day, hour), 60)
            for room, who in ((WILLOW, world.practitioner), (OAK, world.colleague)):
                book(world, viewer=who, room_ids=(room,), period=at, references=())

    longer = played(world, OpenLonger(venue_id=1, opens=time(9), closes=time(20)))

    assert longer.number == 0


def test_left_out_dates_are_told_apart_from_needs(world: World) -> None:
    left_out(world, date(2026, 11, 19))
    with world.database.write() as session:
        for row in session.scalars(select(Hours)):
            row.weekday = 0 if row.weekday == 3 else row.weekday

    found = played(world, AddRooms(town="Millbrook"))

    assert found.number == found.of == 0
    assert found.solved[Source.DATE] == found.asked[Source.DATE] == 1


def test_closing_a_venue_asks_again_for_its_appointments(world: World) -> None:
    book(world)
    book(world, viewer=world.colleague, room_ids=(OAK,), references=())
    with world.database.write() as session:
        session.get_one(Booking, 1).cost = 4000

    found = played(world, CloseVenue(venue_id=1))

    assert found.asked[Source.BOOKING] == 2
    assert found.lost == 1  # the Study is near, and has room for one at a time
    assert {each.room.id for each in found.won} == {STUDY}
    assert found.pence == round(-4000 * 365 / 30)


def test_another_price_costs_what_is_booked_and_solves_what_was_too_dear(
    world: World,
) -> None:
    need(world)
    book(world)
    with world.database.write() as session:
        session.get_one(UnmetNeed, 1).reasons = ["cost"]
        session.get_one(Venue, 1).rate = 2000
        session.flush()
        rooms = session.scalars(select(Room).where(Room.venue_id == 1))
        for room in rooms:
            room.rate = 2000
        session.get_one(Booking, 1).cost = 2000

    cheaper = played(world, HirePrice(venue_id=1, pence=500))
    dearer = played(world, HirePrice(venue_id=1, pence=3000))

    assert cheaper.number == 1
    assert cheaper.pence == round((500 - 1500) * 365 / 30)
    assert dearer.number == 0
    assert dearer.pence == round(1000 * 365 / 30)


def test_nothing_is_written(world: World) -> None:
    need(world)
    with ground(world) as (session, found):
        before = found.catalogue
        rooms, hours = dict(before.rooms), dict(before.stretches)

        changes = [AFTER_SIX, OpenLonger(venue_id=1), CloseVenue(venue_id=2)]
        replaying.replay(found, changes)

        assert (before.rooms, before.stretches) == (rooms, hours)
        assert not session.new
        assert not session.dirty


def test_it_is_stopped_by_whoever_waits(world: World) -> None:
    need(world)

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with ground(world) as (_, found), pytest.raises(Stopped):
        replaying.replay(found, [AFTER_SIX], stop)


def test_a_review_or_criterion_is_put_right_in_memory(world: World) -> None:
    need(world)

    assert played(world, FixCriterion(venue_id=1, code="")).number == 0


def test_only_a_quarter_that_is_over_may_be_told_banded(world: World) -> None:
    need(world)

    assert not played(world).over
    assert played(world, dates=quarter_of(date(2026, 8, 1))).over
    assert not played(world, dates=quarter_of(date(2026, 11, 1))).over
