"""A program that closes a venue and undoes and redoes that, until it is ended."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from tests import turned
from tests.faults import arena
from tests.faults.closings import CAUSE
from tests.faults.plans import KEEPER
from tests.faults.writer import end, say
from venues.database.session import Database
from venues.services.rehousing import applying, planning


def work(path: str, life: float) -> None:
    """Close and open it again and again; ``life`` is how many seconds it has."""
    database = Database.open(Path(path))
    database.actor = KEEPER.staff_id
    timer = threading.Timer(life, end)
    timer.daemon = True
    say("ready")
    timer.start()
    while True:
        with database.read() as session:
            plan = planning.make(session, CAUSE, KEEPER, now=arena.NOW)
        with database.write("closing of a venue") as session:
            applying.apply(session, plan, KEEPER, now=arena.NOW)
        say("closed")
        for turn in (turned.undo, turned.redo, turned.undo):
            turn(database, KEEPER, arena.NOW)
            say("open" if turn is turned.undo else "closed")


if __name__ == "__main__":
    work(*json.loads(sys.stdin.readline()))
