"""Broken spreadsheets: never a crash, never half of one, every problem named."""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.faults import broken_sheets, trial
from tests.faults.trial import Trial
from tests.ui import venue_scene as scene
from tests.venues.services.millbrook import COORDINATOR, NOW, POSTCODES, TODAY
from venues.database.session import Database
from venues.errors import VenuesError
from venues.services import checks, reference_rows
from venues.services.spreadsheets import (
    applying,
    planning,
    reading,
    stored,
)
from venues.services.spreadsheets.book import Book
from venues.services.spreadsheets.plan import Leave, Plan, State
from venues.services.spreadsheets.planning import Wish
from venues.services.undoing import steps

SHEETS = 2_000
MOST_MEGABYTES = 300
"""That the program may grow by."""

CHECKED_EVERY = 200


def run(folder: Path, *, seed: int, sheets: int = SHEETS) -> Trial:
    """Take in so many, each broken in its own way."""
    path = folder / "sheets.db"
    database = Database.open(path, create=True)
    with database.write() as session:
        reference_rows.fill(session, TODAY)
    scene.fill(database)
    counts = {"refused": 0, "read": 0, "imported": 0, "problems": 0}
    with trial.timed("sheets", seed) as made:
        before = _megabytes()
        for number in range(sheets):
            file = folder / "broken.xlsx"
            file.write_bytes(broken_sheets.make(Random(f"{seed} {number}")))
            try:
                _try(made, database, file, counts)
            except Exception:  # noqa: BLE001 - that is what is looked for
                last = traceback.format_exc().strip().splitlines()[-1]
                made.faults.append(f"number {number}: {last}")
            if number % CHECKED_EVERY == 0:
                made.faults += checks.check(database, now=NOW).problems
        grown = _megabytes() - before
        made.expect(grown < MOST_MEGABYTES, f"it grew by {grown} MB")
        made.figures |= {"sheets": sheets} | counts | {"MB more": grown}
        made.faults += checks.check(database, now=NOW).problems
    database.close()
    return made


def _try(made: Trial, database: Database, file: Path, counts: dict[str, int]) -> None:
    try:
        book = reading.read(file)
    except VenuesError as refused:
        counts["refused"] += 1
        made.expect(str(refused).endswith("."), f"it said: {refused}")
        return
    counts["read"] += 1
    for leave in Leave:
        with suppress(VenuesError):
            plan = _plan(database, book, leave)
            counts["problems"] += plan.count(State.PROBLEM)
            _look(made, plan, book)
            if plan.does_something:
                counts["imported"] += 1
                _import(made, database, plan)


def _plan(database: Database, book: Book, leave: Leave) -> Plan:
    with database.read() as session:
        return planning.make(
            session,
            book,
            COORDINATOR,
            now=NOW,
            gazetteer=POSTCODES,
            wish=Wish(leave=leave),
        )


def _look(made: Trial, plan: Plan, book: Book) -> None:
    """Every problem has its row, and a sentence that says what to do."""
    sheets = {sheet.name: len(sheet.rows) for sheet in book.sheets}
    for item in plan.items:
        grave = [each for each in item.troubles if not each.note]
        made.expect(
            bool(grave) or item.state is not State.PROBLEM, f"{item} has no reason"
        )
        for each in item.troubles:
            made.expect(1 < each.row <= sheets.get(each.sheet, 0), f"no row: {each}")
            made.expect(each.sentence.endswith("."), f"no sentence: {each}")


def _import(made: Trial, database: Database, plan: Plan) -> None:
    """All of it is stored, and all of it can be taken back."""
    with database.read() as session:
        before = stored.read(session)
    database.actor = COORDINATOR.staff_id
    with database.write("import") as session:
        done = applying.apply(session, plan, COORDINATOR, now=NOW)
        now = stored.read(session)
    same = all(now.venues.get(id_) == draft for id_, draft in done.venues_now.items())
    made.expect(same, "what is stored is not what was planned")
    made.expect(
        len(now.venues) - len(before.venues) == done.added, "a venue is missing"
    )
    with database.read() as session:
        offered = steps.read(session, COORDINATOR).undo
    if offered:
        steps.turn(database, offered[0].id, COORDINATOR, now=NOW)
    with database.read() as session:
        now = stored.read(session)
    made.expect(
        (now.venues, now.rooms, now.hours)
        == (before.venues, before.rooms, before.hours),
        "it was not taken back whole",
    )


def _megabytes() -> int:
    """The most that the program has taken so far; 0 where that is not told."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
