"""Writes down who changed what: one row of history for each row of a record changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import insert, inspect
from sqlalchemy.orm import Session, UOWTransaction

from venues.database.models import Base, History

NOT_RECORDED = frozenset(
    {"hold", "tie", "history", "done", "look", "revision", "code", "search"}
    | {"retention"}
)
"""Derived rows, and rows that are a record themselves."""

PRIVATE: dict[str, frozenset[str]] = {"case": frozenset({"reference"})}
"""Columns whose values stay out: history keeps case keys, never references."""

ACTOR = "actor"
RECORDED = "recorded"
"""How many rows of history a unit of work wrote."""

_INSERT = insert(History)


def stamp() -> datetime:
    """The moment of writing, in UTC to the second, for the record."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def record(session: Session, _context: UOWTransaction) -> None:
    """After each flush, while what changed is still known."""
    at = stamp()
    rows = [
        _row(session, at, "added", item, _values(item))
        for item in session.new
        if item.__tablename__ not in NOT_RECORDED
    ]
    rows += [
        _row(session, at, "changed", item, changes)
        for item in sorted(session.dirty, key=_place)
        if item.__tablename__ not in NOT_RECORDED and (changes := _changes(item))
    ]
    rows += [
        _row(session, at, "removed", item, _gone(item))
        for item in session.deleted
        if item.__tablename__ not in NOT_RECORDED
    ]
    if rows:
        session.connection().execute(_INSERT, rows)
        _count(session, len(rows))


def record_many(
    session: Session,
    model: type[Base],
    rows: Sequence[dict[str, Any]],
    *,
    added: bool,
) -> None:
    """For rows of one table that were added or removed past the flush.

    The values are all of a row, in the columns' own names. A server sees to it itself.
    """
    if session.get_bind().dialect.name == "postgresql":
        return
    table = model.__tablename__
    private = PRIVATE.get(table, frozenset())
    at, staff_id = stamp(), session.info.get(ACTOR)
    session.connection().execute(
        insert(History),
        [
            {
                "at": at,
                "staff_id": staff_id,
                "table": table,
                "row_id": row.get("id"),
                "action": "added" if added else "removed",
                "changes": {
                    name: [None, _plain(value)] if added else [_plain(value), None]
                    for name, value in row.items()
                    if name not in private and value not in (None, "", [])
                },
            }
            for row in rows
        ],
    )
    _count(session, len(rows))


def _count(session: Session, rows: int) -> None:
    session.info[RECORDED] = session.info.get(RECORDED, 0) + rows


def _place(item: Base) -> tuple[str, Any]:
    """Where a changed row comes among others: by its key, not by chance."""
    return item.__tablename__, inspect(item).identity


def _row(
    session: Session, at: datetime, action: str, item: Base, changes: dict[str, Any]
) -> dict[str, Any]:
    row_id = getattr(item, "id", None)
    if row_id is None:  # its key is made of others, which say which row it is
        state = inspect(item)
        keys = [
            state.mapper.get_property_by_column(key) for key in state.mapper.primary_key
        ]
        key = {column.key: _plain(getattr(item, column.key)) for column in keys}
        changes = {name: [value, value] for name, value in key.items()} | changes
    return {
        "at": at,
        "staff_id": session.info.get(ACTOR),
        "table": item.__tablename__,
        "row_id": row_id,
        "action": action,
        "changes": changes,
    }


def _values(item: Base) -> dict[str, Any]:
    values = inspect(item).dict
    return {
        name: [None, _plain(values[name])]
        for name in _written_down(type(item))
        if name in values and values[name] not in (None, "", [])
    }


@cache
def _written_down(kind: type[Base]) -> tuple[str, ...]:
    """The columns of a table whose values history keeps."""
    private = PRIVATE.get(kind.__tablename__, frozenset())
    return tuple(
        column.key
        for column in kind.__mapper__.column_attrs
        if column.key not in private
    )


def _gone(item: Base) -> dict[str, Any]:
    return {name: [old, None] for name, (_, old) in _values(item).items()}


def _changes(item: Base) -> dict[str, Any]:
    state = inspect(item)
    changes = {}
    for name in _written_down(type(item)):
        history = state.attrs[name].history
        if history.has_changes() and name != "version":
            old = history.deleted[0] if history.deleted else None
            new = history.added[0] if history.added else None
            changes[name] = [_plain(old), _plain(new)]
    return changes


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):  # with its seconds, where it has any
        return value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
