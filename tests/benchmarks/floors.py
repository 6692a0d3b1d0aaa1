"""The floors: what the same rows cost in plain SQL over the standard driver.

Each is written out here, statements and pragmas, so that it cannot be padded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

FREE_ROOMS = """
SELECT room.id FROM room
WHERE NOT EXISTS (
    SELECT 1 FROM room_space JOIN hold ON hold.space_id = room_space.space_id
    WHERE room_space.room_id = room.id
      AND hold.starts < :until AND hold.ends > :from AND hold.starts > :earliest)
"""
OVERLAP = """
SELECT 1 FROM room_space JOIN hold ON hold.space_id = room_space.space_id
WHERE room_space.room_id = :room
  AND hold.starts < :until AND hold.ends > :from AND hold.starts > :earliest
"""
WEEK = (
    """
SELECT hold.space_id, hold.starts, hold.ends, booking.id, booking.reference,
       booking.type_id, booking.audience, booking.status, booking.starts,
       booking.ends, booking.people, booking.needs, booking.note, booking.arrival,
       booking.venue_answer, booking.version
FROM room JOIN room_space ON room_space.room_id = room.id
JOIN hold ON hold.space_id = room_space.space_id
JOIN booking ON booking.id = hold.booking_id
WHERE room.venue_id = :venue AND hold.starts < :until AND hold.ends > :from
  AND hold.starts > :earliest
""",
    """
SELECT worker.booking_id, worker.staff_id, staff.name, staff.ask_for
FROM room JOIN room_space ON room_space.room_id = room.id
JOIN hold ON hold.space_id = room_space.space_id
JOIN worker ON worker.booking_id = hold.booking_id
JOIN staff ON staff.id = worker.staff_id
WHERE room.venue_id = :venue AND hold.starts < :until AND hold.ends > :from
  AND hold.starts > :earliest
""",
    """
SELECT booking_room.booking_id, booking_room.room_id, booking_room.layout
FROM room JOIN room_space ON room_space.room_id = room.id
JOIN hold ON hold.space_id = room_space.space_id
JOIN booking_room ON booking_room.booking_id = hold.booking_id
WHERE room.venue_id = :venue AND hold.starts < :until AND hold.ends > :from
  AND hold.starts > :earliest
""",
)
BUSIEST = """
SELECT room.venue_id FROM room JOIN room_space ON room_space.room_id = room.id
JOIN hold ON hold.space_id = room_space.space_id
WHERE hold.starts < :until AND hold.ends > :from
GROUP BY room.venue_id ORDER BY count(*) DESC LIMIT 1
"""
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


def connect(path: Path, synchronous: str = "FULL") -> sqlite3.Connection:
    """The standard driver with the program's own pragmas."""
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in (*PRAGMAS, f"PRAGMA synchronous = {synchronous}"):
        raw.execute(pragma)
    return raw


def between(starts: datetime, ends: datetime, **more: object) -> dict[str, object]:
    """The parameters of a stretch of time, with the longest hold looked back over."""
    return {
        "from": f"{starts:%Y-%m-%d %H:%M}",
        "until": f"{ends:%Y-%m-%d %H:%M}",
        "earliest": f"{starts - timedelta(hours=24):%Y-%m-%d %H:%M}",
        **more,
    }


def asked(
    raw: sqlite3.Connection, statements: tuple[str, ...], given: dict[str, object]
) -> Callable[[], object]:
    """The statements in one read transaction, every row fetched."""

    def run() -> None:
        raw.execute("BEGIN")
        for statement in statements:
            raw.execute(statement, given).fetchall()
        raw.execute("ROLLBACK")

    return run


def replay_ms(raw: sqlite3.Connection, statements: list[tuple[str, object]]) -> float:
    """The recorded statements of one booking, raw, in one transaction of its own."""
    began = perf_counter()
    for statement, values in statements:
        if isinstance(values, list):
            raw.executemany(statement, values)
        else:
            raw.execute(statement, values).fetchall()
    raw.execute("COMMIT")
    return (perf_counter() - began) * 1000
