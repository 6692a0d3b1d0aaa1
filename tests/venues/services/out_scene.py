"""Outings of the small world, on the Thursday."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from tests.world import World
from venues.database.models import Outing, Staff
from venues.domain.outings import Out
from venues.domain.people import Viewer
from venues.services import outing_plans, outings
from venues.services.outing_plans import Draft

TWO = datetime(2026, 11, 26, 14)
THREE, FOUR = TWO + timedelta(hours=1), TWO + timedelta(hours=2)
NOON = TWO - timedelta(hours=2)
PLACE = "Home visit, Runcorn"


def draft(world: World, **changed: Any) -> Draft:
    usual = Draft(
        staff_id=world.practitioner.staff_id,
        place=PLACE,
        starts=THREE,
        ends=FOUR,
        buddy_id=world.colleague.staff_id,
    )
    return replace(usual, **changed)


def plan(world: World, viewer: Viewer | None = None, **changed: Any) -> int:
    viewer = viewer or world.practitioner
    changed.setdefault("staff_id", viewer.staff_id)
    now = changed.pop("now", NOON)
    with world.database.write() as session:
        return outing_plans.plan(session, viewer, draft(world, **changed), now=now)


def seen(world: World, viewer: Viewer, now: datetime = THREE) -> tuple[Out, ...]:
    with world.database.read() as session:
        return outings.of_today(session, viewer, now)


def alerts(world: World, viewer: Viewer, now: datetime) -> tuple[Out, ...]:
    with world.database.read() as session:
        return outings.overdue(session, viewer, now)


def row(world: World, outing_id: int) -> Outing:
    with world.database.read() as session:
        found = session.get_one(Outing, outing_id)
        session.expunge(found)
        return found


def on_duty(world: World, viewer: Viewer) -> Viewer:
    """The viewer, who is the duty manager from now on."""
    with world.database.write() as session:
        session.get_one(Staff, viewer.staff_id).duty_manager = True
    return replace(viewer, duty_manager=True)
