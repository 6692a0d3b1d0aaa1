"""Who changed what of a venue, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from venues.database.models import (
    Answer,
    Assessment,
    Authority,
    Base,
    BlockHire,
    Closure,
    Cluster,
    Contact,
    Criterion,
    Entrance,
    Feature,
    History,
    Hours,
    Incident,
    Room,
    RoomSpace,
    Space,
    Staff,
    WaitingSpace,
)
from venues.domain.clocks import to_local
from venues.services import history_words
from venues.services.history_words import Names

PARTS: tuple[type[Base], ...] = (
    Room,
    Hours,
    Closure,
    Entrance,
    WaitingSpace,
    Contact,
    Feature,
    Space,
    Assessment,
    Incident,
    BlockHire,
)
"""Tables whose rows belong to a venue; bookings are not among them."""

MOST = 2000
"""Changes read back; older ones are in the table still."""

OLD, NEW = 0, 1
"""Where a row of history has the value from before, and the one from then on."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change: when in local time, whose, of what, and what it was."""

    id: int
    at: datetime
    who: str
    what: str
    change: str


def read(session: Session, venue_id: int) -> tuple[HistoryRow, ...]:
    """The changes of a venue, its rooms, hours, closures, doors and assessments.

    The newest come first. What was changed of the hours or the features in one go is
    one row.
    """
    rows = _rows(session, venue_id)
    names = _names(session, venue_id, rows)
    found = []
    for (at, staff_id, table), together in groupby(rows, key=_occasion):
        who = names.staff.get(staff_id or 0, "The program")
        group = list(together)
        found += [
            HistoryRow(group[0].id, to_local(at), who, what, change)
            for what, change in history_words.say(table, group, names)
        ]
    return tuple(reversed(found))


def _occasion(row: Any) -> tuple[datetime, int | None, str]:
    return row.at, row.staff_id, row.table


def _rows(session: Session, venue_id: int) -> list[Any]:
    """The venue's rows of history, oldest first."""
    keys: dict[str, set[int]] = {
        model.__tablename__: set(
            session.scalars(
                select(model.__table__.c.id).where(
                    model.__table__.c.venue_id == venue_id
                )
            )
        )
        for model in PARTS
    }
    gone = select(History.table, History.row_id).where(
        History.table.in_(sorted(keys)),
        or_(
            *(
                History.changes["venue_id", which].as_integer() == venue_id
                for which in (OLD, NEW)
            )
        ),
    )
    for table, row_id in session.execute(gone):
        keys[table].add(row_id or 0)
    answers = select(Answer.id).where(
        Answer.assessment_id.in_(sorted(keys["assessment"]))
    )
    keys["answer"] = set(session.scalars(answers))
    chosen = [
        and_(History.table == table, History.row_id.in_(sorted(ids)))
        for table, ids in (*keys.items(), ("venue", {venue_id}))
        if ids
    ]
    chosen += [
        _naming(RoomSpace, "room_id", keys["room"]),
        _naming(Answer, "assessment_id", keys["assessment"]),
    ]
    rows = session.execute(
        select(History.__table__)
        .where(or_(*chosen))
        .order_by(History.id.desc())
        .limit(MOST)
    ).all()
    return list(_of_venue(reversed(rows), venue_id))


def _naming(model: type[Base], column: str, ids: set[int]) -> ColumnElement[bool]:
    """Rows of a table, also of what is gone by now, that name one of these keys."""
    return and_(
        History.table == model.__tablename__,
        or_(
            *(
                History.changes[column, which].as_integer().in_(sorted(ids))
                for which in (OLD, NEW)
            )
        ),
    )


def _of_venue(rows: Iterable[Any], venue_id: int) -> Iterable[Any]:
    """Those that are this venue's: a key may have been another's before."""
    owners: dict[tuple[str, int | None], int] = {}
    for row in rows:
        key = (row.table, row.row_id)
        if row.table == RoomSpace.__tablename__:
            key = ("room", history_words.stated(row)["room_id"])
        elif "venue_id" in row.changes:
            owners[key] = history_words.stated(row)["venue_id"]
        if owners.get(key, venue_id) == venue_id:
            yield row


def _names(session: Session, venue_id: int, rows: list[Any]) -> Names:
    """What the keys in the rows stand for, also keys of rows that are gone."""
    parts: dict[tuple[str, int], dict[str, Any]] = {}
    for row in rows:
        if row.action != "changed" and row.row_id is not None:
            parts[row.table, row.row_id] = history_words.stated(row)
    for model in PARTS:
        table = model.__table__
        for one in session.execute(select(table).where(table.c.venue_id == venue_id)):
            parts[model.__tablename__, one.id] = dict(one._mapping)  # noqa: SLF001 - the documented way
    visits = select(Assessment.id).where(Assessment.venue_id == venue_id)
    answers = select(Answer.id, Answer.assessment_id, Answer.criterion_id)
    for id_, visit, criterion in session.execute(
        answers.where(Answer.assessment_id.in_(visits))
    ):
        parts["answer", id_] = {"assessment_id": visit, "criterion_id": criterion}
    return Names(
        staff=_called(session, Staff),
        parts=parts,
        keys={
            "authority_id": _called(session, Authority),
            "cluster_id": _called(session, Cluster),
            "entrance_id": _called(session, Entrance),
            "criterion_id": _called(session, Criterion, "words"),
        },
    )


def _called(session: Session, model: Any, column: str = "name") -> dict[int, str]:
    rows = session.execute(select(model.id, getattr(model, column)))
    return {id_: name for id_, name in rows}  # noqa: C416 - typed rows, not tuples
