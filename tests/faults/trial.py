"""What a trial comes to: its figures in a line, and what it found broken."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import arena
from venues.database.session import Database
from venues.services import checks


@dataclass
class Trial:
    """One trial; ``faults`` says each promise that was not kept."""

    name: str
    seed: int
    figures: dict[str, object] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def expect(self, kept: object, otherwise: str) -> None:
        """Note it as a fault unless it is so."""
        if not kept:
            self.faults.append(otherwise)

    def line(self) -> str:
        """The trial as it is printed."""
        figures = ", ".join(f"{name} {value}" for name, value in self.figures.items())
        verdict = "kept" if not self.faults else f"BROKEN: {'; '.join(self.faults[:5])}"
        return (
            f"{self.name:10} seed {self.seed:<10} {self.seconds:6.1f} s  "
            f"{figures}  → {verdict}"
        )


@contextmanager
def timed(name: str, seed: int) -> Iterator[Trial]:
    """A trial whose time is taken."""
    trial, started = Trial(name, seed), time.monotonic()
    yield trial
    trial.seconds = time.monotonic() - started


def sound(path: Path) -> list[str]:
    """What a check of the whole file finds wrong, opened as anybody would open it."""
    database = Database.open(path)
    report = checks.check(database, now=arena.NOW)
    database.close()
    return list(report.problems)


def overlaps(path: Path) -> int:
    """How many pairs of holds share a space and a minute, in plain SQL."""
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute(
            "SELECT count(*) FROM hold AS one JOIN hold AS other "
            "ON one.space_id = other.space_id AND one.id < other.id "
            "AND one.starts < other.ends AND other.starts < one.ends"
        )
        return int(found.fetchone()[0])


def together(path: Path) -> int:
    """How many pairs of appointments bring two who are kept apart within the hour."""
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute(
            "WITH visit AS "
            "(SELECT case_id, room.venue_id, booking.starts, booking.ends "
            "FROM booking JOIN attendance ON attendance.booking_id = booking.id "
            "JOIN booking_room ON booking_room.booking_id = booking.id "
            "JOIN room ON room.id = booking_room.room_id "
            "WHERE booking.status IN ('provisional', 'confirmed')) "
            "SELECT count(*) FROM separation "
            "JOIN visit AS one ON one.case_id = first_id "
            "JOIN visit AS other ON other.case_id = second_id "
            "WHERE one.venue_id = other.venue_id "
            "AND datetime(one.starts) < datetime(other.ends, '+60 minutes') "
            "AND datetime(other.starts) < datetime(one.ends, '+60 minutes')"
        )
        return int(found.fetchone()[0])


def stored(path: Path) -> dict[int, tuple[int, str, str, int | None]]:
    """Booking → its main room, start, status and who made it."""
    with closing(sqlite3.connect(path)) as raw:
        return {
            id_: (room, f"{starts}:00", status, by)
            for id_, room, starts, status, by in raw.execute(
                "SELECT booking.id, room_id, starts, status, made_by FROM booking "
                "JOIN booking_room ON booking_room.booking_id = booking.id"
            )
        }
