"""A change reads the bookings that it can touch, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import at, book, for_the_victim
from tests.world import HALL, OAK, STUDY, THURSDAY, WILLOW, World
from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import (
    AppointmentType,
    ClosedDay,
    Closure,
    Cluster,
    Hours,
    Room,
    Separation,
    Setting,
    Term,
    Venue,
)
from venues.services.reviews import concerned
from venues.services.reviews.concerned import APART, PEOPLE, PLACES, Concern

FAR = THURSDAY + timedelta(weeks=20)


def catalogue(world: World) -> Catalogue:
    with world.database.read() as session:
        return catalogues.read(session)


def ids(world: World, each: Concern) -> list[int]:
    with world.database.read() as session:
        return each.bookings(session, world.now)


def after(world: World, change: Callable[[Any], object]) -> list[Concern]:
    before = catalogue(world)
    with world.database.write() as session:
        change(session)
    return [*concerned.by_places(before, catalogue(world), world.now.date())]


@pytest.fixture
def booked(world: World) -> Iterator[World]:
    """Willow Room on Thursday (1) and far ahead (2), the study on Thursday (3)."""
    book(world)
    book(world, period=at(15, FAR))
    book(world, world.colleague, room_ids=(STUDY,), references=("WA-20418",))
    return world


def test_a_room_that_changed_concerns_its_own_bookings(booked: World) -> None:
    (each,) = after(
        booked, lambda session: setattr(session.get(Room, WILLOW), "seats_circle", 2)
    )

    assert each.rules == PLACES
    assert ids(booked, each) == [1, 2]


@pytest.mark.parametrize("name", ["name", "town", "notes"])
def test_what_no_rule_looks_at_concerns_nobody(booked: World, name: str) -> None:
    assert (
        after(booked, lambda session: setattr(session.get(Venue, 1), name, "Other"))
        == []
    )


def test_a_closure_concerns_its_own_days(booked: World) -> None:
    def close(session: Any) -> None:
        session.add(
            Closure(
                venue_id=1,
                starts=datetime.combine(FAR, time(9)),
                ends=datetime.combine(FAR, time(18)),
                reason="repairs",
            )
        )

    (each,) = after(booked, close)

    assert ids(booked, each) == [2]


def test_hours_between_dates_concern_the_days_between(booked: World) -> None:
    def cut(session: Any) -> None:
        session.add(
            Hours(
                venue_id=1,
                weekday=3,
                use="usable",
                opens=time(9),
                closes=time(12),
                valid_from=FAR - timedelta(days=2),
                valid_until=FAR + timedelta(days=2),
            )
        )

    (each,) = after(booked, cut)

    assert ids(booked, each) == [2]


def test_hours_of_every_week_concern_all_to_come(booked: World) -> None:
    def cut(session: Any) -> None:
        for row in session.scalars(select(Hours).where(Hours.venue_id == 1)):
            row.closes = time(12)

    (each,) = after(booked, cut)

    assert ids(booked, each) == [1, 2]


def test_a_closed_day_concerns_that_day_and_its_authority(booked: World) -> None:
    def close(session: Any) -> None:
        session.add(ClosedDay(day=THURSDAY, name="Training", authority_id=1))

    (each,) = after(booked, close)
    assert ids(booked, each) == [1, 3]
    assert each.room_ids == {WILLOW, OAK, STUDY}

    def everywhere(session: Any) -> None:
        session.add(ClosedDay(day=FAR, name="Extra holiday"))

    (other,) = after(booked, everywhere)
    assert ids(booked, other) == [2]
    assert HALL in (other.room_ids or ())


def test_a_term_concerns_its_days(booked: World) -> None:
    def add(session: Any) -> None:
        session.add(
            Term(
                authority_id=1,
                name="Spring",
                since=FAR - timedelta(days=7),
                until=FAR + timedelta(days=7),
            )
        )

    (each,) = after(booked, add)

    assert ids(booked, each) == [2]


def test_a_venue_that_joins_neighbours_concerns_all_of_them(booked: World) -> None:
    def join(session: Any) -> None:
        session.get(Venue, 3).cluster_id = 1

    (each,) = after(booked, join)

    assert each.rules == APART
    assert ids(booked, each) == [1, 3, 2]
    assert each.room_ids == set(range(1, 7))


def test_neighbours_that_part_concern_the_one_that_left(booked: World) -> None:
    def part(session: Any) -> None:
        session.add(Cluster(id=2, name="Alone"))
        session.flush()
        session.get(Venue, 2).cluster_id = 2

    (each,) = after(booked, part)

    assert ids(booked, each) == [3]


def test_a_kind_concerns_the_next_weeks_of_it(booked: World) -> None:
    def longer(session: Any) -> None:
        session.get(AppointmentType, 1).clear_down = 30

    (each,) = after(booked, longer)

    assert each.type_ids == {1}
    assert ids(booked, each) == [1, 3]


def test_a_buffer_concerns_the_next_weeks_of_everybody(booked: World) -> None:
    def wider(session: Any) -> None:
        session.add(Setting(name="buffer_no_contact", value="90"))

    (each,) = after(booked, wider)

    assert each.rules == APART
    assert ids(booked, each) == [1, 3]


def test_a_setting_that_no_rule_here_asks_for_concerns_nobody(booked: World) -> None:
    assert (
        after(
            booked, lambda session: session.add(Setting(name="marking", value="PUBLIC"))
        )
        == []
    )


def test_hours_that_only_stand_in_another_order_concern_nobody(booked: World) -> None:
    now = catalogue(booked)
    turned = {key: [*reversed(each)] for key, each in now.stretches.items()}
    terms = {key: [*reversed(each)] for key, each in now.terms.items()}
    other = replace(now, revision=now.revision + 1, stretches=turned, terms=terms)

    assert [*concerned.by_places(now, other, booked.now.date())] == []


def test_people_concern_whoever_they_are_kept_from_too(booked: World) -> None:
    victim = for_the_victim(booked, room_ids=(HALL,))
    with booked.database.write() as session:
        session.add(
            Separation(
                first_id=1, second_id=2, kind="no contact", since=date(2026, 1, 1)
            )
        )
    with booked.database.read() as session:
        (each,) = concerned.by_people(session, booked.now, {2})

    assert each.rules == PEOPLE
    assert ids(booked, each) == [1, victim, 2]


def test_nobody_touched_concerns_nobody(booked: World) -> None:
    with booked.database.read() as session:
        assert [*concerned.by_people(session, booked.now, ())] == []
