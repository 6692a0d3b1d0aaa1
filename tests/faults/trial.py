"""What a trial comes to: its figures in a line, and what it found broken."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests import around
from tests.faults import arena
from venues.address import Place
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


def sound(place: Place) -> list[str]:
    """What a check of all of it finds wrong, opened as anybody would open it."""
    database = Database.open(place)
    report = checks.check(database, now=arena.NOW)
    database.close()
    return list(report.problems)


def overlaps(place: Place) -> int:
    """How many pairs of holds share a space and a minute, in plain SQL."""
    ((found,),) = around.rows_at(
        place,
        "SELECT count(*) FROM hold AS one JOIN hold AS other "
        "ON one.space_id = other.space_id AND one.id < other.id "
        "AND one.starts < other.ends AND other.starts < one.ends",
    )
    return int(found)


def together(place: Place) -> int:
    """How many pairs of appointments bring two who are kept apart within the hour."""
    found = around.rows_at(
        place,
        "WITH visit AS "
        "(SELECT case_id, room.venue_id, booking.starts, booking.ends "
        "FROM booking JOIN attendance ON attendance.booking_id = booking.id "
        "JOIN booking_room ON booking_room.booking_id = booking.id "
        "JOIN room ON room.id = booking_room.room_id "
        "WHERE booking.status IN ('provisional', 'confirmed')) "
        "SELECT one.starts, one.ends, other.starts, other.ends FROM separation "
        "JOIN visit AS one ON one.case_id = first_id "
        "JOIN visit AS other ON other.case_id = second_id "
        "WHERE one.venue_id = other.venue_id",
    )
    hour = timedelta(hours=1)
    return sum(
        starts < other_ends + hour and other_starts < ends + hour
        for starts, ends, other_starts, other_ends in (
            map(_moment, row) for row in found
        )
    )


def stored(place: Place) -> dict[int, tuple[int, str, str, int | None]]:
    """Booking → its main room, start, status and who made it."""
    return {
        id_: (room, str(_moment(starts)), status, by)
        for id_, room, starts, status, by in around.rows_at(
            place,
            "SELECT booking.id, room_id, starts, status, made_by FROM booking "
            "JOIN booking_room ON booking_room.booking_id = booking.id",
        )
    }


def _moment(value: str | datetime) -> datetime:
    """A moment as a driver gives it."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)
