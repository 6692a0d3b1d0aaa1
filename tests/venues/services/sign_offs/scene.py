"""The small world, where Willow Room is not for the child because of the victim."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests import turned
from tests.venues.services.reviews.scene import for_the_victim, link
from tests.world import World
from venues.domain.people import Viewer
from venues.services.sign_offs import asking, deciding, queue
from venues.services.sign_offs.asking import Asked
from venues.services.sign_offs.deciding import Decided
from venues.services.sign_offs.queue import Item

WHY = "The risk was looked at again and is low"
SINCE = date(2026, 1, 1)


def kept_apart(world: World, **changed: Any) -> None:
    """The two are linked, and the victim is next door on the Thursday at 3pm."""
    for_the_victim(world)
    link(world, **changed)


def ask(world: World, viewer: Viewer | None = None, **changed: Any) -> int:
    with world.database.write() as session:
        return asking.ask(
            session,
            world.request(**changed),
            viewer or world.practitioner,
            now=world.now,
            code="K-7QX2MF",
        )


def waiting(world: World, viewer: Viewer | None = None) -> tuple[Item, ...]:
    with world.database.read() as session:
        return queue.read(session, viewer or world.manager, world.now)


def grant(world: World, item: Item, viewer: Viewer | None = None) -> Decided:
    who = viewer or world.manager
    world.database.actor = who.staff_id
    with world.database.write("sign-off of a booking") as session:
        return deciding.sign_off(session, item.key, who, WHY, "CV-2231", now=world.now)


def decline(world: World, item: Item) -> Decided:
    world.database.actor = world.manager.staff_id
    with world.database.write("declining of a booking") as session:
        return deciding.decline(
            session, item.key, world.manager, deciding.NO[0], now=world.now
        )


def take_back(world: World) -> None:
    turned.undo(world.database, world.manager, world.now)


def mine(world: World, viewer: Viewer | None = None) -> tuple[Asked, ...]:
    with world.database.read() as session:
        return asking.mine(session, viewer or world.practitioner, world.now)
