"""A program that closes a venue, opens it again, and so on, until it is ended."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from tests.faults import arena
from tests.faults.closings import CAUSE
from tests.faults.plans import KEEPER
from tests.faults.writer import end, say
from venues.database.session import Database
from venues.services.rehousing import applying, planning, taking_back


def work(path: str, life: float) -> None:
    """Close and open it again and again; ``life`` is how many seconds it has."""
    database = Database.open(Path(path))
    timer = threading.Timer(life, end)
    timer.daemon = True
    say("ready")
    timer.start()
    while True:
        with database.read() as session:
            plan = planning.make(session, CAUSE, KEEPER, now=arena.NOW)
        with database.write() as session:
            done = applying.apply(session, plan, KEEPER, now=arena.NOW)
        say("closed")
        with database.write() as session:
            taking_back.take_back(session, done, KEEPER, now=arena.NOW)
        say("open")


if __name__ == "__main__":
    work(*json.loads(sys.stdin.readline()))
