"""A year and a month of evidence, beside the same added up in plain SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import data
import floors
from figures import Figure, together

from venues.database import catalogue as catalogues
from venues.database.session import Database
from venues.domain.places import Point
from venues.domain.reporting import Dates
from venues.resources import table
from venues.services.evidence import measures
from venues.services.evidence.scope import Scope, Sector

YEAR = Dates(date(2025, 11, 1), date(2026, 10, 31))
MONTH = Dates(date(2026, 10, 1), date(2026, 10, 31))

AGGREGATES = (
    """
SELECT booking_room.room_id, booking_room.role, booking.outcome,
       CASE WHEN booking.travel IS NULL THEN 0 WHEN booking.travel <= 1609 THEN 1
            WHEN booking.travel <= 4828 THEN 2 WHEN booking.travel <= 8047 THEN 3
            ELSE 4 END,
       count(*),
       sum(round((julianday(booking.ends) - julianday(booking.starts)) * 1440)),
       sum(booking.cost), sum(booking.cost > 0),
       sum(appointment_type."set" = 'VI' AND booking.audience = 'victim'),
       sum(appointment_type."set" = 'VI' AND booking.venues_offered >= 2),
       sum(appointment_type."set" = 'PA' AND booking.due_by IS NOT NULL),
       sum(appointment_type."set" = 'PA' AND date(booking.starts) <= booking.due_by),
       sum(appointment_type.code = 'RMM'),
       sum(appointment_type.code = 'RMM' AND EXISTS (
           SELECT 1 FROM worker WHERE worker.booking_id = booking.id
           AND worker.part = 'police' AND worker.attended))
FROM booking JOIN booking_room ON booking_room.booking_id = booking.id
JOIN appointment_type ON appointment_type.id = booking.type_id
WHERE booking.starts >= :from AND booking.starts < :until
  AND booking.status IN ('provisional', 'confirmed')
GROUP BY 1, 2, 3, 4
""",
    """
SELECT authority_id, "set", band, count(*) FROM search
WHERE week >= :first AND week <= :last AND ended = 'left' GROUP BY 1, 2, 3
""",
    """
SELECT authority_id, "set", band, reasons FROM unmet_need
WHERE week >= :first AND week <= :last AND withdrawn_on IS NULL
""",
    """
SELECT venue_id, room_id, max(made_on), review_by FROM assessment
WHERE made_on <= :last GROUP BY 1, 2
""",
    "SELECT venue_id, count(*) FROM code WHERE at >= :from AND at < :until GROUP BY 1",
    'SELECT kind, count(*) FROM "override" WHERE at >= :from GROUP BY 1',
    "SELECT state, count(*) FROM sign_off WHERE made_at >= :from GROUP BY 1",
)
"""What a year of evidence is added up from, and nothing else: no room is judged."""

ROWS = (
    """
SELECT booking_room.room_id, booking.outcome, booking.travel, booking.starts,
       booking.ends, booking.cost, booking.type_id, booking.audience,
       booking.venues_offered, booking.due_by
FROM booking JOIN booking_room ON booking_room.booking_id = booking.id
WHERE booking.starts >= :from AND booking.starts < :until
  AND booking.status IN ('provisional', 'confirmed')
""",
    *AGGREGATES[1:],
)
"""The same of a month, booking by booking."""


def evidence(small: Path, large: Path | None) -> list[Figure]:
    """Every measure, with how rooms stand and who has one in reach."""
    path = large or small
    database = Database.open(path)
    raw = floors.connect(path)
    year = _both(database, raw, YEAR, AGGREGATES)
    month = _both(database, raw, MONTH, ROWS)
    raw.close()
    database.close()
    return [
        Figure(
            f"a year of evidence, {path.stem}", year[0], floor=year[1], most_ratio=3
        ),
        Figure(
            f"a month of evidence, {path.stem}", month[0], floor=month[1], most_ratio=4
        ),
    ]


def _both(
    database: Database,
    raw: sqlite3.Connection,
    dates: Dates,
    statements: tuple[str, ...],
) -> tuple[float, float]:
    given = {
        **floors.between(dates.starts, dates.until),
        "first": str(dates.first),
        "last": str(dates.last),
    }
    return together(_ours(database, dates), floors.asked(raw, statements, given), 7)


def _ours(database: Database, dates: Dates) -> Callable[[], object]:
    with database.read() as session:
        authorities = catalogues.read(session).authorities.values()
    ids = {each.code: each.id for each in authorities}
    sectors = {
        row["sector"]: Sector(
            row["sector"],
            Point(int(row["easting"]), int(row["northing"])),
            ids[row["authority"]],
        )
        for row in table("sample/sectors")
    }
    scope = Scope(dates=dates, today=data.TODAY, sectors=sectors)

    def run() -> None:
        with database.read() as session:
            measures.tallies(session, scope)

    return run
