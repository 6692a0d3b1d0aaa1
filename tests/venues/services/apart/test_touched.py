"""Bookings that a link touches."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import CHILD, VICTIM
from venues.errors import NotAllowed
from venues.services.apart import touched
from venues.services.apart.touched import Touched


def bookings(world: Any, viewer: Any = None) -> tuple[Touched, ...]:
    with world.database.read() as session:
        return touched.bookings(
            session, [CHILD, VICTIM], viewer or world.coordinator, now=world.now
        )


def test_bookings_side_by_side_are_to_be_reviewed_both(world: Any) -> None:
    child = scene.book(world, 15)
    victim = scene.book(world, 14, **scene.victim(world, room_ids=(3,)))
    scene.link(world)

    found = bookings(world)

    assert [(each.booking_id, each.venue, each.review) for each in found] == [
        (victim, "Library", True),
        (child, "Millbrook", True),
    ]


def test_bookings_at_other_places_or_times_are_clear(world: Any) -> None:
    scene.book(world, 10)
    scene.book(world, 15, **scene.victim(world))
    scene.book(world, 15, room_ids=(scene.RAILSIDE_ROOM,))
    scene.link(world)

    assert [each.review for each in bookings(world)] == [False, False, False]


def test_a_venue_not_to_use_touches_the_bookings_there(world: Any) -> None:
    scene.book(world, 15, room_ids=(scene.RAILSIDE_ROOM,))
    scene.book(world, 10)
    scene.bar(world)

    assert [(each.review, each.venue) for each in bookings(world)] == [
        (True, "Railside"),
        (False, "Millbrook"),
    ]


def test_what_is_over_or_somebody_elses_is_not_among_them(world: Any) -> None:
    scene.book(world, 9, scene.day(0))
    scene.book(
        world,
        15,
        references=(scene.THIRD,),
        viewer=world.colleague,
        worker_ids=(world.colleague.staff_id,),
    )

    with world.database.read() as session:
        later = world.now.replace(hour=12)
        found = touched.bookings(session, [CHILD], world.manager, now=later)

    assert found == ()


def test_one_of_them_is_seen_as_far_as_its_viewer_may(world: Any) -> None:
    id_ = scene.book(world)

    with world.database.read() as session:
        theirs = touched.seen(session, id_, world.coordinator)
        gone = touched.seen(session, 99, world.coordinator)

    assert theirs is not None
    assert (theirs.lead, theirs.cases, gone) == ("Practitioner 04", "", None)


def test_others_see_none_of_them(world: Any) -> None:
    with pytest.raises(NotAllowed):
        bookings(world, world.practitioner)
