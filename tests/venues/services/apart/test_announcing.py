"""What is announced when a link changes."""

from __future__ import annotations

from typing import Any

from tests.venues.services.apart import apart_scene as scene
from venues.services.apart import ending
from venues.services.apart.announcing import announce
from venues.services.apart.ending import LINK, Key


def test_a_changed_link_is_heard_of_as_a_change_of_bookings(world: Any) -> None:
    link_id = scene.link(world)
    heard: list[frozenset[str]] = []
    world.database.listen(heard.append)

    with world.database.write() as session:
        key = Key(LINK, link_id)
        ending.close(session, key, world.manager, today=scene.TODAY)

    assert "booking" in heard[0]


def test_nobodys_windows_are_no_news(world: Any) -> None:
    heard: list[frozenset[str]] = []
    world.database.listen(heard.append)

    with world.database.write() as session:
        announce(session, ())

    assert heard == []
