"""How long a refusal takes tells nothing of what lies behind it.

Refusals for each kind of link, with a court condition or without, and for a venue that
is not to be used, are timed in turn, over and over. For each two of them it is counted
how often the larger time is the one's: half the time, if nothing can be told.
"""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import random
import sys
from bisect import bisect_left, bisect_right
from datetime import datetime
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import event, update
from sqlalchemy.orm import Session

from tests.faults import arena, trial
from tests.faults.trial import Trial
from venues.database.models import Case, CaseStaff, CaseVenue, Separation
from venues.database.session import Database
from venues.domain.period import Period
from venues.services import bookings

TRIES = 2000
MOST = 0.55
"""The share from which two kinds can be told apart; 0.5 is a coin."""

COURT = ", court"
KINDS = (
    "same offence",
    "co-defendants",
    "group conflict",
    "no contact",
    "family",
    "same person",
    "venue",
)
THERE = Period.lasting(datetime(2026, 12, 1, 14, 30), 60)
WANTED = Period.lasting(datetime(2026, 12, 1, 15), 60)
WARM = 30
OTHER, TWIN = 17, 18
"""The case from which all others are kept, and the first reference that is a second."""

SORTS = tuple(f"{kind}{court}" for kind in KINDS for court in ("", COURT))
"""Each is the case of one practitioner, from the first on, all in one database: what
differs between two files would be timed along."""


Pair = tuple[str, str]


def run(folder: Path, *, seed: int, tries: int = TRIES, most: float = MOST) -> Trial:
    """Time that many refusals of each sort."""
    with trial.timed("timing", seed) as made:
        apart = shares(folder, made, seed=seed, tries=tries)
        steps = work(folder, seed)
    worst = max(apart, key=lambda pair: apart[pair])
    names = " and ".join(worst)
    made.expect(apart[worst] <= most, f"{names} are told apart: {apart[worst]:.3f}")
    made.figures |= {
        "tries of each": tries,
        "sorts": len(SORTS),
        "instructions": f"{min(steps.values())} to {max(steps.values())}",
        "most telling": f"{apart[worst]:.3f} ({names})",
    }
    return made


def shares(folder: Path, made: Trial, *, seed: int, tries: int) -> dict[Pair, float]:
    """Two sorts → how surely their times tell them apart, from 0.5 to 1."""
    dice = random.Random(seed)
    numbers = range(1, len(SORTS) + 1)
    times: dict[int, list[float]] = {number: [] for number in numbers}
    database = _build(folder / f"timing-{seed}.db")
    for turn in range(tries + WARM):
        for number in dice.sample(numbers, len(numbers)):
            began = perf_counter()
            found = _refused(database, number)
            if turn >= WARM:
                times[number].append(perf_counter() - began)
            made.expect(found, f"{SORTS[number - 1]} was not refused")
    database.close()
    ordered = {SORTS[number - 1]: sorted(each) for number, each in times.items()}
    return {
        (one, other): auc(ordered[one], ordered[other])
        for one, other in combinations(ordered, 2)
    }


def work(folder: Path, seed: int) -> dict[str, int]:
    """Sort → how many instructions SQLite's machine needs to refuse it.

    The same in each run, however busy the computer is.
    """
    database = _build(folder / f"work-{seed}.db")
    done = 0

    def count() -> None:
        nonlocal done
        done += 1

    found = {}
    with database.read() as session:
        bare: Any = session.connection().connection.driver_connection
        for number, sort in enumerate(SORTS, 1):
            _judged(session, number)  # the catalogue is kept, statements are compiled
            bare.set_progress_handler(count, 1)
            done = 0
            _judged(session, number)
            bare.set_progress_handler(None, 0)
            found[sort] = done
    database.close()
    return found


def steps(folder: Path, seed: int) -> dict[str, tuple[int, int]]:
    """Sort → how many statements are sent, and how many functions called, to refuse it.

    The same in each run as well: what is done around the database.
    """
    database = _build(folder / f"steps-{seed}.db")
    sent = called = 0

    def send(*_statement: object) -> None:
        nonlocal sent
        sent += 1

    def call(_frame: object, what: str, _argument: object) -> None:
        nonlocal called
        called += what in {"call", "c_call"}

    found = {}
    with database.read() as session:
        event.listen(session.connection(), "before_cursor_execute", send)
        for number, sort in enumerate(SORTS, 1):
            _judged(session, number)  # the catalogue is kept, statements are compiled
            sent = called = 0
            sys.setprofile(call)
            _judged(session, number)
            sys.setprofile(None)
            found[sort] = sent, called
    database.close()
    return found


def auc(one: list[float], other: list[float]) -> float:
    """How surely the larger of two times is of one sort, from 0.5 to 1; both sorted."""
    wins = sum(
        (bisect_left(other, each) + bisect_right(other, each)) / 2 for each in one
    )
    share = wins / (len(one) * len(other))
    return max(share, 1 - share)


def _build(path: Path) -> Database:
    """One who is there, and all others kept from them, each for a reason of its own."""
    arena.build(path)
    database = Database.open(path)
    worker = arena.PEOPLE
    with database.write() as session:
        session.add_all(
            Case(id=id_, reference=arena.reference(id_), kind="child", confirmed=True)
            for id_ in (OTHER, *_twins())
        )
        session.flush()
        session.execute(update(Separation).values(closed_on=arena.SINCE))  # one reason
        session.add(CaseStaff(case_id=OTHER, staff_id=worker, since=arena.SINCE))
        for number, sort in enumerate(SORTS, 1):
            session.add_all(_reasons(number, sort))
        wanted = arena.request(
            worker, arena.OAK, THERE, references=(arena.reference(OTHER),)
        )
        bookings.book(session, wanted, arena.viewer(worker), now=arena.NOW)
    return database


def _twins() -> tuple[int, int]:
    """The second reference of each of the two who have one."""
    return (TWIN, TWIN + 1)


def _reasons(number: int, sort: str) -> list[Any]:
    kind = sort.removesuffix(COURT)
    terms: dict[str, Any] = {"since": arena.SINCE, "court_condition": kind != sort}
    if kind == "venue":
        return [CaseVenue(case_id=number, venue_id=1, **terms)]
    if kind == "same person":  # the other reference of the same person is kept apart
        twin = _twins()[kind != sort]
        return [
            Separation(first_id=number, second_id=twin, kind=kind, **terms),
            Separation(first_id=OTHER, second_id=twin, kind="no contact", **terms),
        ]
    return [Separation(first_id=number, second_id=OTHER, kind=kind, **terms)]


def _refused(database: Database, number: int) -> bool:
    with database.read() as session:
        return _judged(session, number)


def _judged(session: Session, number: int) -> bool:
    request = arena.request(
        number, arena.WILLOW, WANTED, references=(arena.reference(number),)
    )
    judged = bookings.examine(session, request, arena.viewer(number), now=arena.NOW)
    return any(each.rule == "person" for each in judged.findings)
