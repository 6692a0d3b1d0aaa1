"""Who looked, and who tried the same door again and again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import FIRST
from venues.database.models import Look, RefusalCode
from venues.errors import NotAllowed
from venues.services.apart import access, looking, reasons, watching

UNKNOWN = "Somebody who is no longer on record"


def test_looks_say_who_looked_at_what(world: Any) -> None:
    scene.book(world, 14, **scene.victim(world))
    link_id = scene.link(world)
    code = scene.refused(world)
    with world.database.write() as session:
        looking.partner(session, link_id, world.coordinator)
        looking.case(session, scene.CHILD, world.manager)
        reasons.read(session, code, world.manager)
        old = world.now - timedelta(days=9)
        session.add(Look(at=old, what="something new", row_id=99))
        access.record(session, world.manager, "link", 99)

    with world.database.read() as session:
        rows = watching.looks(session, world.manager, now=world.now)

    assert [(row.who, row.what, row.about) for row in rows] == [
        ("Manager 01", "Showed whom a case is kept from", "Reference removed"),
        ("Manager 01", "Opened a reason by its code", code),
        ("Manager 01", "Opened a case's record", FIRST),
        ("Coordinator 01", "Showed whom a case is kept from", FIRST),
        (UNKNOWN, "something new", "Reference removed"),
    ]


def test_a_half_day_tried_twice_is_one_probe(world: Any) -> None:
    scene.book(world, 14, **scene.victim(world))
    scene.link(world)
    for hour in (14, 15):
        scene.refused(world, hour)
    scene.refused(world, 15, room_ids=(3,))

    with world.database.read() as session:
        (probe,) = watching.probes(session, world.manager, now=world.now)

    assert (probe.who, probe.case) == ("Practitioner 04", FIRST)
    assert (probe.tries, probe.venues) == (2, 2)


def test_a_probe_of_somebody_unknown_is_counted_too(world: Any) -> None:
    scene.book(world, 14, **scene.victim(world))
    scene.link(world)
    scene.refused(world)
    with world.database.write() as session:
        row = session.scalars(select(RefusalCode)).one()
        row.case_id = row.staff_id = None

    with world.database.read() as session:
        (probe,) = watching.probes(session, world.manager, now=world.now)

    assert (probe.who, probe.case) == (UNKNOWN, "Reference removed")


def test_what_is_months_old_is_not_listed(world: Any) -> None:
    with world.database.write() as session:
        old = world.now.replace(year=2025)
        session.add(Look(at=old, what="case", row_id=1))

    with world.database.read() as session:
        assert watching.looks(session, world.manager, now=world.now) == ()


def test_only_managers_watch(world: Any) -> None:
    with world.database.read() as session:
        for read in (watching.looks, watching.probes):
            with pytest.raises(NotAllowed):
                read(session, world.coordinator, now=world.now)
