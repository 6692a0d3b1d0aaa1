"""A program is ended in the middle of its work: what it said it saved is there."""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.faults import arena, trial
from tests.faults.player import Player
from tests.faults.trial import Trial
from venues.database.session import Database

KILLS = 60
LONGEST_LIFE = 0.4
AT_ONCE = 2.0
"""Seconds in which a file must open, whatever else the machine is doing."""

Row = tuple[int, str]

HALF = (
    "SELECT count(*) FROM booking WHERE "
    "NOT EXISTS (SELECT 1 FROM worker WHERE booking_id = booking.id) "
    "OR NOT EXISTS (SELECT 1 FROM history WHERE \"table\" = 'booking' "
    "AND row_id = booking.id AND action = 'added') "
    "OR ((SELECT count(*) FROM attendance WHERE booking_id = booking.id) "
    "+ (SELECT count(*) FROM condition WHERE booking_id = booking.id)) <> 1"
)
"""Bookings of which something is missing that belongs to each."""


def run(folder: Path, *, seed: int, kills: int = KILLS) -> Trial:
    """Kill a writer again and again, on one file that is never mended."""
    path = folder / "kills.db"
    arena.build(path)
    dice = random.Random(seed)
    known: dict[int, Row] = {}
    unsaid, slowest = 0, 0.0
    with trial.timed("kills", seed) as made, Player("nursery") as nursery:
        for n in range(kills):
            nursery.tell(str(path), seed + n, dice.uniform(0.0, LONGEST_LIFE), None)
            said = _listen(made, nursery)
            slowest = max(slowest, _open(made, path))
            unsaid += _compare(made, path, known | said)
            known = {id_: row[:2] for id_, row in trial.stored(path).items()}
    made.figures |= {
        "kills": kills,
        "bookings": len(known),
        "saved but not yet said": unsaid,
        "slowest opening": f"{slowest * 1000:.0f} ms",
    }
    return made


def _listen(made: Trial, nursery: Player) -> dict[int, Row]:
    """What a writer says it has, until it is gone."""
    said: dict[int, Row] = {}
    while (line := nursery.hear()) != ["gone"]:
        name, *words = line
        if name == "has":
            said[words[0]] = (words[1], words[2])
        else:
            made.faults.append(" ".join(words))
    return said


def _open(made: Trial, path: Path) -> float:
    started = time.perf_counter()
    database = Database.open(path)
    with database.read() as session:
        session.connection().exec_driver_sql("SELECT count(*) FROM booking").scalar()
    seconds = time.perf_counter() - started
    database.close()
    made.expect(seconds < AT_ONCE, f"it took {seconds:.1f} s to open")
    return seconds


def _compare(made: Trial, path: Path, said: dict[int, Row]) -> int:
    """Returns how many changes were saved whose saying was cut off: 1 at most."""
    there = {id_: row[:2] for id_, row in trial.stored(path).items()}
    made.expect(said.keys() <= there.keys(), "a booking that was said is not there")
    unsaid = sum(1 for id_, row in there.items() if said.get(id_) != row)
    made.expect(unsaid <= 1, f"{unsaid} bookings differ from what was said")
    with closing(sqlite3.connect(path)) as raw:
        (half,) = raw.execute(HALF).fetchone()
    made.expect(half == 0, f"{half} half written")
    made.faults += trial.sound(path)
    return unsaid
