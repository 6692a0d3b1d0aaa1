"""A program that books and books, and says so after each commit, until it is ended."""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import threading
from pathlib import Path

from sqlalchemy import func, select

from tests.faults import arena
from venues.database.models import Booking
from venues.database.session import Database
from venues.domain.period import Period
from venues.errors import VenuesError
from venues.services import booking_changes, bookings

ROOMS = (arena.WILLOW, arena.OAK, arena.HALL, arena.STUDY)
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # the same thing on Windows


def wish(number: int, dice: random.Random) -> tuple[int, int, Period]:
    """Who books what and when, for the booking of that number; no two touch."""
    return (
        1 + number % arena.PEOPLE,
        ROOMS[number % len(ROOMS)],
        arena.at(number // len(ROOMS), dice),
    )


class Writer:
    """Writes one booking after another."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.dice = random.Random(seed)
        self.database = Database.open(path)

    def count(self) -> int:
        """How many bookings there are."""
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(Booking)) or 0

    def book(self, number: int) -> None:
        """Make one booking; every other has a case, the rest an open condition."""
        who, room, period = wish(number, self.dice)
        case = (arena.reference(who),) if who % 2 else ()
        with self.database.write() as session:
            booked = bookings.book(
                session,
                arena.request(who, room, period, references=case),
                arena.viewer(who),
                now=arena.NOW,
            )
        say("has", booked.id, room, str(period.starts))
        if self.dice.random() < 0.3:
            self.move(booked.id, number)

    def move(self, id_: int, number: int) -> None:
        """Put it elsewhere in its own two hours."""
        who, room, period = wish(number, self.dice)
        with self.database.write() as session:
            booking_changes.move(
                session, id_, arena.viewer(who), now=arena.NOW, period=period
            )
        say("has", id_, room, str(period.starts))

    def reopen(self) -> None:
        """Fold the log into the file, which is a good moment to be killed in."""
        self.database.close()
        self.database = Database.open(self.path)


def say(*words: object) -> None:
    """A line that the trial may rely on, even if this is the last one."""
    sys.stdout.write(f"{json.dumps(words)}\n")  # in one piece, or not at all
    sys.stdout.flush()


def end() -> None:
    """What a power cut does to a program."""
    os.kill(os.getpid(), KILL)


def work(path: str, seed: int, life: float | None, limit: int | None) -> None:
    """Book until something stops it.

    ``life`` is how many seconds it has, ``limit`` how many bytes a file may have.
    """
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    writer = Writer(Path(path), seed)
    number = writer.count()
    if life is not None:
        timer = threading.Timer(life, end)
        timer.daemon = True
        timer.start()
    try:
        while True:
            writer.book(number)
            number += 1
            if number % 5 == 0:
                writer.reopen()
    except VenuesError as trouble:
        say("told", type(trouble).__name__, str(trouble))


if __name__ == "__main__":
    work(*json.loads(sys.stdin.readline()))
