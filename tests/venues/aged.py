"""A world that grew old: bookings and links of years ago, with words to look for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.world import World
from venues.database.models import (
    Attendance,
    Booking,
    Case,
    CaseStaff,
    History,
    Look,
    RefusalCode,
    Separation,
    Worker,
)
from venues.domain.keeping import months_on


def now() -> datetime:
    """The real clock: what the database guards, it guards by its own."""
    return datetime.now().replace(second=0, microsecond=0)


def utc() -> datetime:
    """The same in UTC."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


@dataclass
class Aged:
    """Writes rows as of some months ago; each case has a reference of its own."""

    world: World
    number: int = 90
    references: list[str] = field(default_factory=list)

    def case(self, months: int, *, note: str = "", **values: Any) -> int:
        """A case whose only appointment was so many months ago, and one day more."""
        id_ = self.number = self.number + 1
        reference = f"ZZ-{70000 + id_}"
        self.references.append(reference)
        day = months_on(now().date(), -months) - timedelta(days=1)
        starts = datetime(day.year, day.month, day.day, 10)
        with self.world.database.write() as session:
            session.add(Case(id=id_, reference=reference, kind="child", **values))
            session.flush()
            session.add(CaseStaff(case_id=id_, staff_id=1, since=day))
            session.add(
                Booking(
                    id=id_,
                    reference=f"B-{id_}",
                    type_id=1,
                    audience="child",
                    authority_id=1,
                    status="confirmed",
                    starts=starts,
                    ends=starts + timedelta(hours=1),
                    people=2,
                    note=note.format(reference),
                    made_by=1,
                    made_at=utc(),
                )
            )
            session.flush()
            session.add(Attendance(booking_id=id_, case_id=id_))
            session.add(Worker(booking_id=id_, staff_id=1))
        return id_

    def link(self, first: int, second: int, months: int | None) -> int:
        """A link that ended so many months ago, and one day more; or not at all."""
        ended = None
        if months is not None:
            ended = months_on(now().date(), -months) - timedelta(days=1)
        with self.world.database.write() as session:
            row = Separation(
                first_id=first,
                second_id=second,
                kind="family",
                since=date(2020, 1, 1),
                closed_on=ended,
            )
            session.add(row)
            session.flush()
            return row.id

    def trace(self, months: int, case_id: int) -> None:
        """History, a look and a code from so long ago, about that case."""
        day = months_on(now().date(), -months) - timedelta(days=1)
        at = datetime(day.year, day.month, day.day, 9)
        with self.world.database.write() as session:
            session.add(History(at=at, table="case", row_id=case_id, action="changed"))
            session.add(Look(at=at, staff_id=4, what="case", row_id=case_id))
            session.add(
                RefusalCode(
                    code=f"K-{case_id:06}",
                    at=at,
                    staff_id=1,
                    case_id=case_id,
                    venue_id=1,
                    day=day,
                    half=0,
                )
            )


def stay(path: Path, *words: str) -> dict[str, list[str]]:
    """Which of the words stand in which file of the folder, log and copies too."""
    found = {}
    for file in sorted(path.parent.iterdir()):
        if file.is_file():
            held = file.read_bytes().lower()
            there = [word for word in words if word.lower().encode() in held]
            if there:
                found[file.name] = there
    return found


def rows(path: Path, statement: str) -> list[Any]:
    """What another program finds in the file."""
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(statement).fetchall()
