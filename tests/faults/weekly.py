"""A program that books series; takes orders on standard input, answers in lines.

Each line is an order in JSON: to race another program for one series, or to book one
after another until it is ended.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from datetime import datetime, time, timedelta
from pathlib import Path
from time import perf_counter

from tests.faults import arena, writer
from venues.database.session import Database
from venues.domain.period import Period
from venues.domain.recurrence import Every, Repeat
from venues.errors import VenuesError
from venues.services import attempts

DATES = 12
REPEAT = Repeat(every=Every.WEEK, times=DATES)


def first(number: int) -> Period:
    """When the series of that number begins: no two of one room touch."""
    day = arena.FIRST + timedelta(days=number % 5)
    hour = arena.HOURS[number // 5 % len(arena.HOURS)]
    return Period.lasting(datetime.combine(day, time(hour)), 60)


def book(database: Database, who: int, number: int, room_id: int) -> str:
    """Book one series; "won", or what kind of trouble it was."""
    try:
        attempts.book_series(
            database,
            arena.request(who, room_id, first(number)),
            REPEAT,
            arena.viewer(who),
            now=arena.NOW,
        )
    except VenuesError as trouble:
        return type(trouble).__name__
    return "won"


def until_ended(path: str, life: float, start: int) -> None:
    """Book series after series, saying so after each, until a power cut.

    ``life`` is how many times as long as the first one took it goes on after that, so
    that it ends in the middle of something on a fast machine and on a slow one.
    """
    database, began = Database.open(Path(path)), perf_counter()
    for number in range(start, start + 100):
        room = writer.ROOMS[number // 25 % len(writer.ROOMS)]
        writer.say("has", number, book(database, 1 + number % 16, number, room))
        if number == start:
            timer = threading.Timer(life * (perf_counter() - began), writer.end)
            timer.daemon = True
            timer.start()


def main(path: str, who: str) -> None:
    """Do as it is told until there is no more to do."""
    writer.say("ready")
    database: Database | None = None
    for line in sys.stdin:
        name, *values = json.loads(line)
        if name == "race":
            database = database or Database.open(Path(path))
            writer.say(book(database, int(who), values[0], arena.WILLOW))
            continue
        if os.fork() == 0:
            until_ended(path, *values)
            os._exit(0)
        os.wait()
        writer.say("gone")
    if database is not None:
        database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
