"""A plan may tell what bookings are about, so some ask for it on the record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.venues.services.rehousing.leaving import (
    CLOSING,
    LIBRARY_TOO,
    book,
    look,
)
from tests.world import WILLOW, World
from venues.database.models import Look
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound
from venues.services.apart import watching
from venues.services.rehousing import affected, looking, planning
from venues.services.rehousing.looking import Looked
from venues.services.rehousing.values import Away, Cause, Failing, One, Plan


def planned(
    world: World,
    viewer: Viewer,
    looked: Looked | None = None,
    cause: Cause = CLOSING,
) -> Plan:
    with world.database.read() as session:
        return planning.make(session, cause, viewer, now=world.now, looked=looked)


def about(world: World) -> list[tuple[str, str, str]]:
    with world.database.read() as session:
        rows = watching.looks(session, world.manager, now=world.now)
    return [(row.who, row.what, row.about) for row in rows]


@pytest.mark.parametrize("booked", [True, False])
def test_a_coordinator_asks_first_whatever_is_booked(
    world: World, *, booked: bool
) -> None:
    if booked:
        book(world)

    with pytest.raises(NotAllowed) as refused:
        planned(world, world.coordinator)

    assert str(refused.value) == looking.WORDS
    looked = look(world, CLOSING, world.coordinator)
    assert len(planned(world, world.coordinator, looked).lines) == int(booked)


def test_managers_see_who_planned_for_which_place(world: World) -> None:
    away = Away(
        staff_id=world.practitioner.staff_id,
        starts=CLOSING.starts,
        ends=CLOSING.ends,
    )
    for cause in (CLOSING, Failing(room_id=WILLOW), away):
        look(world, cause, world.coordinator)

    assert about(world) == [
        (
            "Coordinator 01",
            "Planned who takes over a colleague's bookings",
            "Practitioner 04",
        ),
        ("Coordinator 01", "Planned where the bookings of a place go", "Millbrook"),
        ("Coordinator 01", "Planned where the bookings of a place go", "Millbrook"),
    ]


def test_a_look_is_for_one_cause_and_one_person(world: World) -> None:
    look(world, CLOSING, world.coordinator)
    other = look(world, LIBRARY_TOO, world.coordinator)

    for looked in (other, replace(other, cause=CLOSING, staff_id=99)):
        with pytest.raises(NotAllowed):
            planned(world, world.coordinator, looked)


def test_a_manager_is_not_asked(world: World) -> None:
    book(world)

    assert not looking.asks(CLOSING, world.manager)
    assert len(planned(world, world.manager).lines) == 1


def test_who_may_not_plan_leaves_no_look(world: World) -> None:
    gone = replace(CLOSING, venue_id=99)
    for cause, viewer, trouble in (
        (CLOSING, world.practitioner, NotAllowed),
        (gone, world.coordinator, NotFound),
        (Failing(room_id=99), world.coordinator, NotFound),
    ):
        with pytest.raises(trouble):
            look(world, cause, viewer)

    with world.database.read() as session:
        assert session.scalars(select(Look)).all() == []


def test_one_booking_is_planned_by_those_who_see_all_of_it(world: World) -> None:
    one = One(booking_id=book(world))

    with pytest.raises(NotAllowed) as refused:
        planned(world, world.coordinator, cause=one)

    assert str(refused.value) == affected.ITS_WORKER
    assert len(planned(world, world.practitioner, cause=one).lines) == 1
