"""What is on record of the cases themselves, and when they are busy: one statement.

Appointments of the same person under another reference count as theirs; everything else
is read of the very references asked about, so that no two of them are ever joined by
what is said of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    Date,
    Integer,
    Select,
    String,
    Time,
    bindparam,
    cast,
    literal,
    null,
    or_,
    select,
    text,
    union_all,
)
from sqlalchemy import case as when
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import CompoundSelect
from sqlalchemy.types import TypeEngine

from venues.database import no_go
from venues.database.keys import on_a_server
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Case,
    CaseHours,
    Room,
)
from venues.database.models.base import MOMENT
from venues.database.no_go import Without
from venues.domain.circumstances import NOTHING_KNOWN, Attendable, CaseFacts, CaseTime

COLUMNS: dict[str, TypeEngine[Any]] = {
    "case_id": Integer(),
    "number": Integer(),
    "flag": Integer(),
    "other": Integer(),
    "new": Integer(),
    "starts": MOMENT,
    "ends": MOMENT,
    "opens": Time(),
    "closes": Time(),
}
TIME, MARKS, HOURS, BEEN = "time", "case", "hours", "been"

_ON_A_SERVER = text(
    "SELECT * FROM venues_known(CAST(:cases AS int[]), CAST(:day AS date), "
    "CAST(:without AS int[]), CAST(:visited AS boolean))"
)


class Known(NamedTuple):
    """When the cases are busy that day, and what is on record of them."""

    times: tuple[CaseTime, ...] = ()
    facts: CaseFacts = NOTHING_KNOWN


def read(
    session: Session,
    case_ids: Iterable[int],
    day: date,
    *,
    school: Callable[[int | None], bool],
    without: Without = None,
    visited: bool = True,
) -> Known:
    """All of it, leaving some bookings out.

    ``school`` says whether it is a school day in that authority; None where a case has
    no authority on record. Where they have been is years of appointments to go through,
    so only ``visited`` asks for it.
    """
    wanted = sorted(set(case_ids))
    if not wanted:  # a reference nobody has used before has been nowhere
        return Known(facts=CaseFacts(been=frozenset()))
    found: dict[str, list[Any]] = defaultdict(list)
    if on_a_server(session):
        given = {"cases": wanted, "day": day, "without": no_go.left_out(without)}
        rows = session.execute(_ON_A_SERVER, given | {"visited": visited})
    else:
        given = no_go.given(wanted, no_go.halves([day]), without)
        rows = session.execute(statement(visited=visited), given)
    for row in rows:
        found[row.what].append(row)
    return Known(
        tuple(CaseTime(row.case_id, row.starts, row.ends) for row in found[TIME]),
        CaseFacts(
            two_workers=any(row.flag for row in found[MARKS]),
            at_school=any(row.other and school(row.number) for row in found[MARKS]),
            hours=hours_on(found[HOURS], day),
            been=_been(found[BEEN], wanted) if visited else None,
            unconfirmed=any(row.new for row in found[MARKS]),
        ),
    )


def hours_on(rows: Sequence[Any], day: date) -> tuple[Attendable, ...]:
    """Each case with hours on record; without any for that weekday it cannot come.

    A row has the weekday as ``number`` and whether a court set it as ``flag``. Hours
    are one week, of a court where any of them is.
    """
    spans: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for row in rows:
        stretches = spans[row.case_id]
        if row.number == day.weekday():
            opens, closes = (_on(day, each) for each in (row.opens, row.closes))
            stretches.append((opens, closes))
    court = {row.case_id for row in rows if row.flag}
    return tuple(
        Attendable(case_id, case_id in court, tuple(sorted(each)))
        for case_id, each in spans.items()
    )


def _on(day: date, at: time) -> datetime:
    return datetime.combine(day, at)


def _been(rows: Sequence[Any], case_ids: Sequence[int]) -> frozenset[int]:
    """The venues at which every one of them has been."""
    venues: dict[int, set[int]] = {id_: set() for id_ in case_ids}
    for row in rows:
        venues[row.case_id].add(row.number)
    return frozenset(set.intersection(*venues.values()))


@cache
def statement(*, visited: bool) -> CompoundSelect[Any]:
    """Each form made once, so that it is compiled once."""
    parts = [_times(), _marks(), _attendable()]
    return union_all(*parts, _visited()) if visited else union_all(*parts)


def _times() -> Select[Any]:
    asked = no_go.with_twins()
    about = no_go.appointments(asked)
    return (
        _row(TIME, asked.c.root, starts=about.c.starts, ends=about.c.ends)
        .join(asked, asked.c.id == about.c.case_id)
        .distinct()
    )


def _marks() -> Select[Any]:
    taught = Case.in_education & (Case.kind == "child")
    return _row(
        MARKS,
        Case.id,
        number=Case.authority_id,
        flag=when((Case.two_workers, 1), else_=0),
        other=when((taught, 1), else_=0),
        new=when((Case.confirmed, 0), else_=1),
    ).where(Case.id.in_(bindparam("case_ids", expanding=True)))


def _attendable() -> Select[Any]:
    first = bindparam("first_day", type_=Date)
    return _row(
        HOURS,
        CaseHours.case_id,
        number=CaseHours.weekday,
        flag=when((CaseHours.court_condition, 1), else_=0),
        opens=CaseHours.opens,
        closes=CaseHours.closes,
    ).where(
        CaseHours.case_id.in_(bindparam("case_ids", expanding=True)),
        or_(CaseHours.until.is_(None), CaseHours.until >= first),
    )


def _visited() -> Select[Any]:
    """Where they have had appointments before that day."""
    return (
        _row(BEEN, Attendance.case_id, number=Room.venue_id)
        .join(Booking, Booking.id == Attendance.booking_id)
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .join(Room, Room.id == BookingRoom.room_id)
        .where(
            Attendance.case_id.in_(bindparam("case_ids", expanding=True)),
            Booking.status.in_(no_go.LIVE),
            Booking.id.not_in(bindparam("without", expanding=True)),
            Booking.starts < bindparam("first_moment", type_=MOMENT),
        )
        .distinct()
    )


def _row(what: str, case_id: Any, **values: Any) -> Select[Any]:
    """A select of every column, those without a value empty but of their type."""
    columns = [
        values.get(name, cast(null(), type_)).label(name)
        for name, type_ in COLUMNS.items()
        if name != "case_id"
    ]
    return select(
        literal(what, String()).label("what"), case_id.label("case_id"), *columns
    )
