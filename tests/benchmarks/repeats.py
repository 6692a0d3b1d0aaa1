"""How long a series of a year takes to judge and save, beside the same rows raw.

``rows`` hands over who books what; a run of its own for each start, so that none finds
the room taken by the one before.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import uuid4

import data
import floors
from figures import Figure
from sqlalchemy import event

from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.recurrence import Every, Repeat
from venues.services import attempts
from venues.services.asking import Request
from venues.services.series.planning import Otherwise

WEEKS = 52
LATER = timedelta(weeks=60)
"""How far ahead they begin, where the sample's own bookings leave every date free."""

WEEKDAYS = (0, 1, 4, 5, 6)
"""Days after a Thursday; the first run only warms up."""

AGREED = dict.fromkeys(("R15", "R18", "R22"), "Agreed with everybody concerned")
MOST, MOST_RATIO = 60, 12


def year(path: Path, database: Database, viewer: Viewer, request: Request) -> Figure:
    """The quickest of some runs, and the quickest raw; ``path`` is what both are in."""
    sent: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *rest: Any) -> None:
        if statement.lstrip().upper().startswith("INSERT"):
            sent.append((statement, values if rest[1] else [values]))

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "raw.sqlite"
        shutil.copy(path, copy)
        raw = floors.connect(copy)
        event.listen(database._reading, "before_cursor_execute", note)  # noqa: SLF001
        ours, least, booked = [], [], 0
        for days in WEEKDAYS:
            sent.clear()
            period = request.period.moved(LATER + timedelta(days=days))
            began = perf_counter()
            made = attempts.book_series(
                database,
                replace(request, period=period, uuid=uuid4(), accepted=AGREED),
                Repeat(every=Every.WEEK, times=WEEKS),
                viewer,
                now=data.NOW,
                otherwise=(Otherwise.LEAVE_OUT,),
            )
            ours.append((perf_counter() - began) * 1000)
            booked = max(booked, len(made.booked))
            least.append(_raw_ms(raw, request, period.starts, sent))
        raw.close()
    return Figure(
        f"a series of {WEEKS} weeks, judged and saved",
        min(ours[1:]),
        floor=min(least[1:]),
        most=MOST,
        most_ratio=MOST_RATIO,
        note=f"({booked} booked, least of {len(ours) - 1})",
    )


def _raw_ms(
    raw: sqlite3.Connection,
    request: Request,
    first: Any,
    sent: list[tuple[str, Any]],
) -> float:
    """The overlap asked about on each date, and the same rows, in one transaction."""
    began = perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    for week in range(WEEKS):
        starts = first + timedelta(weeks=week)
        given = floors.between(
            starts, starts + timedelta(hours=1), room=request.room_ids[0]
        )
        raw.execute(floors.OVERLAP, given).fetchall()
    for statement, values in sent:
        raw.executemany(statement, values)
    raw.execute("COMMIT")
    return (perf_counter() - began) * 1000
