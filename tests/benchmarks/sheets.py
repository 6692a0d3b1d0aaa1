"""Takes in a list of 2,000 venues with their hours, from the file to the last row."""

from __future__ import annotations

import random
import sys
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter

VENUES = 2_000
RUNS = 5
NOW = datetime(2026, 11, 23, 9)
HEAD = "authority,name,street,town,postcode,mon,tue,wed,thu,fri,sat,sun"


class _Stop(Exception):
    """Takes back what was written, so that each run begins alike."""


def run() -> tuple[float, float, float, int]:
    """Milliseconds to read, to preview and to write, and megabytes it grew by."""
    from venues.database.session import Database
    from venues.domain.people import Role, Viewer
    from venues.gazetteer import Gazetteer
    from venues.services import reference_rows
    from venues.services.spreadsheets import applying, planning, reading

    viewer = Viewer(1, "coordinator.01", "Coordinator 01", Role.COORDINATOR)
    gazetteer = Gazetteer.open()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.xlsx"
        file.write_bytes(_list(gazetteer))
        database = Database.open(Path(folder) / "venues.db", create=True)
        with database.write() as session:
            reference_rows.fill(session, NOW.date())
        before = _megabytes()
        times = []
        for _ in range(RUNS):
            began = perf_counter()
            book = reading.read(file)
            read = perf_counter()
            with database.read() as session:
                plan = planning.make(
                    session, book, viewer, now=NOW, gazetteer=gazetteer
                )
            planned = perf_counter()
            with suppress(_Stop), database.write() as session:
                made = applying.apply(session, plan, viewer, now=NOW)
                ended = perf_counter()
                if made.added != VENUES:
                    raise AssertionError(made.added)
                raise _Stop
            times.append((read - began, planned - read, ended - planned))
        database.close()
    read_ms, plan_ms, write_ms = (
        median(each) * 1000 for each in zip(*times, strict=True)
    )
    return read_ms, plan_ms, write_ms, _megabytes() - before


def _list(gazetteer: object) -> bytes:
    """A foreign list, with real postcodes of our four authorities."""
    from tests import spreadsheets

    dice = random.Random(1)  # noqa: S311 - the same list each time
    postcodes = _postcodes(gazetteer)
    week = [*["09:00-17:00"] * 5, "10-1", "closed"]
    rows = [
        [
            "",
            f"Place {number} Library",
            f"{number} The Street",
            "Warrington",
            dice.choice(postcodes),
            *week,
        ]
        for number in range(VENUES)
    ]
    return spreadsheets.xlsx({"List": [HEAD.split(","), *rows]})


def _postcodes(gazetteer: object) -> list[str]:
    """Some thousand postcodes that lie in our authorities."""
    from venues.domain.postcode import Postcode

    found = []
    for outcode in ("WA2", "WA7", "WA8", "CW1", "CW9", "SK10", "CH1", "CH65"):
        for first in "ABDEFGHJ":
            for second in "ABDEFGHJLNPQRSTUWXYZ":
                for digit in range(1, 6):
                    code = Postcode(outcode, f"{digit}{first}{second}")
                    place = gazetteer.find(code)
                    if place is not None and place.council:
                        found.append(str(code))
    return found


def _megabytes() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
