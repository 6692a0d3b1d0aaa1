"""What is asked again: the oldest first, and each once."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.venues.services.what_if.scene import (
    MILLBROOK,
    NOVEMBER,
    ground,
    need,
    search,
)
from tests.world import OAK, STUDY, THURSDAY, TODAY, World
from venues.database.audit import stamp
from venues.database.models import ClosedDay, Series, SeriesDate, UnmetNeed
from venues.database.models.booking import Booking
from venues.domain.people import Audience
from venues.services import bookings
from venues.services.what_if import reading
from venues.services.what_if.wanted import Source, Want


def wants(world: World) -> list[Want]:
    with ground(world) as (_, found):
        return found.wants


def book(world: World, **changed: Any) -> int:
    viewer = changed.pop("viewer", world.practitioner)
    changed.setdefault("worker_ids", (viewer.staff_id,))
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, viewer, now=world.now).id


def left_out(world: World, day: date, **changed: Any) -> None:
    id_ = book(world)
    with world.database.write() as session:
        series = Series(rule="", words="", made_at=stamp())
        session.add(series)
        session.flush()
        session.get_one(Booking, id_).series_id = series.id
        usual = {"outcome": "left out", "why": "Willow Room is in use then."}
        row = {"series_id": series.id, "day": day, **usual, **changed}
        session.add(SeriesDate(**row))


def test_a_need_is_asked_of_every_start_of_its_part_of_each_day(world: World) -> None:
    need(world, people=4, needs=["step-free"])

    (want,) = wants(world)

    assert (want.source, want.kind.code, want.audience) == (
        Source.NEED,
        "SUP",
        Audience.CHILD,
    )
    assert (want.people, want.needs, want.near) == (4, ("step-free",), MILLBROOK)
    assert want.starts[0] == datetime(2026, 11, 23, 18)
    assert want.starts[-1] == datetime(2026, 11, 27, 19, 30)
    assert len(want.starts) == 5 * 4


def test_a_search_and_the_need_that_was_recorded_of_it_count_once(world: World) -> None:
    need(world)
    search(world)
    search(world)
    search(world, ended="booked")

    assert [each.source for each in wants(world)] == [Source.NEED, Source.SEARCH]


def test_what_was_taken_back_or_lies_outside_is_not_asked(world: World) -> None:
    need(world, withdrawn_on=TODAY)
    need(world, week=date(2026, 10, 26))
    need(world, set="PA")  # no kind of that set is booked here

    assert wants(world) == []


def test_the_oldest_comes_first(world: World) -> None:
    need(world)
    search(world, week=date(2026, 11, 2))
    need(world, week=date(2026, 11, 9))

    found = [each.since.day for each in wants(world)]

    assert found == [2, 9, 23]


def test_one_authority_alone_may_be_asked_about(world: World) -> None:
    need(world)
    need(world, authority_id=2)

    with ground(world, authority_id=2) as (_, found):
        assert [each.authority_id for each in found.wants] == [2]


def test_a_date_that_found_no_room_is_asked_at_its_own_time(world: World) -> None:
    left_out(world, date(2026, 11, 19))

    (want,) = wants(world)

    assert want.source is Source.DATE
    assert want.starts == (datetime(2026, 11, 19, 15),)
    assert (want.minutes, want.near) == (60, MILLBROOK)


@pytest.mark.parametrize(
    "changed", [{"for_a_person": True}, {"why": ""}, {"outcome": "booked"}]
)
def test_no_other_date_is_asked(world: World, changed: dict[str, Any]) -> None:
    left_out(world, date(2026, 11, 19), **changed)

    assert wants(world) == []


def test_a_holiday_was_nobodys_lack_of_rooms(world: World) -> None:
    left_out(world, date(2026, 11, 19))
    with world.database.write() as session:
        session.add(ClosedDay(day=date(2026, 11, 19), name="Inset day"))

    assert wants(world) == []


def test_what_was_too_dear_is_marked(world: World) -> None:
    need(world)
    with world.database.write() as session:
        session.get_one(UnmetNeed, 1).reasons = ["cost"]

    (want,) = wants(world)

    assert want.dear


def test_the_appointments_of_a_venue_stay_at_their_time(world: World) -> None:
    book(world)
    book(world, hour=11, room_ids=(STUDY,))
    book(world, hour=13, room_ids=(OAK,))

    with ground(world) as (session, found):
        there = reading.bookings(session, found.catalogue, NOVEMBER, frozenset({1}))

    assert [(each.starts, each.room_id) for each in there] == [
        ((datetime.combine(THURSDAY, datetime.min.time()).replace(hour=13),), OAK),
        ((datetime.combine(THURSDAY, datetime.min.time()).replace(hour=15),), 1),
    ]
