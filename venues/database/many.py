"""Adds and removes many rows at once, with their history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from venues.database import audit, keys
from venues.database.models import Base

SOME = 500
"""Keys named in one statement."""


def add(
    session: Session, model: type[Base], rows: Sequence[dict[str, Any]]
) -> list[int]:
    """Add the rows, each with values for the same columns, and return their ids.

    Without an ``id`` of its own a table answers with nothing.
    """
    if not rows:
        return []
    session.flush()
    ids: list[int] = []
    if "id" in model.__table__.c:
        # Asked which ids it gave, SQLite is told one row at a time.
        ids = keys.take(session, model, len(rows))
        rows = [{"id": id_, **row} for id_, row in zip(ids, rows, strict=True)]
    session.execute(insert(model), rows)
    audit.record_many(session, model, rows, added=True)
    return ids


def number(session: Session, rows: Iterable[Base]) -> None:
    """Give rows that are not in a session yet their ids, a table at a time.

    So each table takes them in one statement; ``add`` says why.
    """
    by_table: dict[type[Base], list[Base]] = defaultdict(list)
    for row in rows:
        if "id" in row.__table__.c:
            by_table[type(row)].append(row)
    for model, found in by_table.items():
        ids = keys.take(session, model, len(found))
        for id_, row in zip(ids, found, strict=True):
            row.id = id_  # type: ignore[attr-defined]


def remove(
    session: Session, model: type[Base], column: str, values: Iterable[int]
) -> None:
    """Remove the rows of which that column has one of the values."""
    session.flush()
    at = model.__table__.c[column]
    for some in batches(values):
        rows = [
            dict(row._mapping)  # noqa: SLF001 - that is its public name
            for row in session.execute(select(model.__table__).where(at.in_(some)))
        ]
        if rows:
            session.execute(
                delete(model)
                .where(at.in_(some))
                .execution_options(synchronize_session=False)
            )
            audit.record_many(session, model, rows, added=False)


def batches(values: Iterable[int]) -> Iterator[list[int]]:
    """The values in order, so many at a time as a statement takes."""
    ordered = sorted(values)
    for start in range(0, len(ordered), SOME):
        yield ordered[start : start + SOME]
