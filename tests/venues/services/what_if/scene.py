"""What was wanted and not had in the week of the small world's Thursday."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from tests.world import TODAY, World
from venues.database.models import Search, UnmetNeed
from venues.domain.places import Point
from venues.domain.reporting import Dates
from venues.services.what_if import replaying
from venues.services.what_if.replaying import Ground, Replay

NOVEMBER = Dates(date(2026, 11, 1), date(2026, 11, 30))
MILLBROOK = Point(360_000, 388_000)
HERE = {"WA2": MILLBROOK}

ROW = {
    "week": TODAY,
    "set": "CH",
    "band": "18-20",
    "authority_id": 1,
    "district": "WA2",
    "people": 3,
    "needs": [],
}


def need(world: World, **changed: Any) -> None:
    """Somebody recorded a need."""
    with world.database.write() as session:
        session.add(UnmetNeed(reasons=["full"], made_by=1, **{**ROW, **changed}))


def search(world: World, *, ended: str = "left", **changed: Any) -> None:
    """Somebody looked for a room."""
    with world.database.write() as session:
        session.add(Search(results=0, ended=ended, **{**ROW, **changed}))


@contextmanager
def ground(
    world: World, dates: Dates = NOVEMBER, **more: Any
) -> Iterator[tuple[Session, Ground]]:
    """What the replays of those days are made from."""
    with world.database.read() as session:
        yield session, Ground(session, dates, TODAY, HERE.get, **more)


def played(world: World, *changes: Any, **more: Any) -> Replay:
    """What those changes would have done."""
    with ground(world, **more) as (_, found):
        return replaying.replay(found, changes)
