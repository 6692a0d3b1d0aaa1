"""A program is ended while it closes a venue or undoes that: all of it, or none."""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path

from tests import turned
from tests.faults import arena, plans, trial
from tests.faults.player import Player
from tests.faults.trial import Trial
from venues.database.session import Database
from venues.domain.period import Period
from venues.services import bookings
from venues.services.rehousing import applying, planning
from venues.services.rehousing.values import Closing

KILLS = 40
LONGEST_LIFE = 2.0
FIRST = datetime.combine(arena.FIRST, time())
CAUSE = Closing(
    venue_id=1,
    starts=FIRST,
    ends=FIRST + timedelta(days=1),
    reason="heating repairs",
)


def run(folder: Path, *, seed: int, kills: int = KILLS) -> Trial:
    """Kill it again and again, on one file that is never mended."""
    path = folder / "closings.sqlite"
    arena.build(path)
    dice = random.Random(seed)
    open_, closed = _states(path)
    seen = {"open": 0, "closed": 0}
    with trial.timed("closings", seed) as made:
        for _ in range(kills):
            with Player("closer") as closer:
                closer.tell(str(path), dice.uniform(0.0, LONGEST_LIFE))
                while closer.hear() is not None:
                    pass
            _look(made, path, (open_, closed), seen)
    made.figures |= {"kills": kills, "bookings": len(open_)} | seen
    return made


def _states(path: Path) -> tuple[plans.State, plans.State]:
    """All bookings with the venue open, and with it closed."""
    database = Database.open(path)
    with database.write() as session:
        plans.places(session, random.Random(3))
    for who, room, hour in ((1, 1, 9), (3, 2, 9), (5, 4, 10), (7, 5, 11), (9, 1, 13)):
        starts = FIRST + timedelta(hours=hour)
        wish = arena.request(who, room, Period.lasting(starts, 60), people=2)
        with database.write() as session:
            bookings.book(session, wish, arena.viewer(who), now=arena.NOW)
    open_ = plans.state(database)
    with database.read() as session:
        plan = planning.make(session, CAUSE, plans.KEEPER, now=arena.NOW)
    database.actor = plans.KEEPER.staff_id
    with database.write("closing of a venue") as session:
        applying.apply(session, plan, plans.KEEPER, now=arena.NOW)
    closed = plans.state(database)
    turned.undo(database, plans.KEEPER, arena.NOW)
    database.close()
    return open_, closed


def _look(
    made: Trial,
    path: Path,
    states: tuple[plans.State, plans.State],
    seen: dict[str, int],
) -> None:
    """What it left: the one or the other, whole; then it is open again."""
    made.faults += trial.sound(path)
    database = Database.open(path)
    there = plans.state(database)
    with closing(sqlite3.connect(path)) as raw:
        (closures,) = raw.execute("SELECT count(*) FROM closure").fetchone()
    made.expect(there == states[closures], "half a closure was left")
    seen["closed" if closures else "open"] += 1
    if closures:
        database.actor = plans.KEEPER.staff_id
        turned.undo(database, plans.KEEPER, arena.NOW)
        made.expect(plans.state(database) == states[0], "it does not open again")
    database.close()
