"""The small world with bookings that something happens to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.world import OAK, THURSDAY, WILLOW, World
from venues.database.models import Closure, Separation
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.services import bookings, reviews
from venues.services.reviews import listing, sweeping
from venues.services.reviews.listing import Item

CHILD, VICTIM = "WA-20417", "WA-20466"


@pytest.fixture
def watched(world: World) -> World:
    """The small world, each change of which is followed up."""
    reviews.watch(world.database, lambda: world.now)
    return world


def book(world: World, viewer: Viewer | None = None, **changed: Any) -> int:
    viewer = viewer or world.practitioner
    changed.setdefault("worker_ids", (viewer.staff_id,))
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, viewer, now=world.now).id


def for_the_victim(world: World, **changed: Any) -> int:
    """A victim's meeting in Oak Room, next door to Willow Room, in the same hour."""
    usual = {"audience": Audience.VICTIM, "kind": "VIC", "people": 2}
    usual |= {"references": (VICTIM,), "room_ids": (OAK,)}
    return book(world, world.victim_worker, **{**usual, **changed})


def at(hour: int, day: date = THURSDAY) -> Period:
    return Period.lasting(datetime(day.year, day.month, day.day, hour), 60)


def link(world: World, **changed: Any) -> None:
    """Keep the two of them apart from now on."""
    usual = {"first_id": 1, "second_id": 2, "kind": "no contact"}
    usual |= {"since": date(2026, 1, 1)}
    with world.database.write() as session:
        session.add(Separation(**{**usual, **changed}))


def close(world: World, reason: str = "heating repairs") -> None:
    """Close Willow Room on the Thursday."""
    with world.database.write() as session:
        session.add(
            Closure(
                venue_id=1,
                room_id=WILLOW,
                starts=datetime(2026, 11, 26),
                ends=datetime(2026, 11, 27),
                reason=reason,
            )
        )


def read(world: World, viewer: Viewer | None = None) -> tuple[Item, ...]:
    with world.database.read() as session:
        return listing.read(session, viewer or world.coordinator, world.now)


def sweep(world: World, now: datetime | None = None) -> int:
    return sweeping.sweep(world.database, now or world.now)
