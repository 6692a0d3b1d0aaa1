"""The number beside Today counts each thing that waits, for whom it waits."""

from __future__ import annotations

from tests.venues.services.reviews.scene import at, book, close, watched
from tests.venues.services.sign_offs.test_queue import provisional
from tests.world import WILLOW, World
from venues.domain.people import Viewer
from venues.services import room_requests, waiting

__all__ = ["watched"]


def count(world: World, viewer: Viewer) -> int:
    with world.database.read() as session:
        return waiting.count(session, viewer, world.now)


def test_all_that_waits_is_counted_once_for_each_it_waits_for(watched: World) -> None:
    book(watched)
    with watched.database.write() as session:
        room_requests.ask(session, watched.colleague, WILLOW, at(15), now=watched.now)
    close(watched)

    assert count(watched, watched.practitioner) == 1
    assert count(watched, watched.coordinator) == 2
    assert count(watched, watched.manager) == 2
    assert count(watched, watched.colleague) == 0


def test_what_needs_a_sign_off_waits_for_the_manager(world: World) -> None:
    provisional(world)

    assert count(world, world.manager) == 1
    assert count(world, world.coordinator) == 0
