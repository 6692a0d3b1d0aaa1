"""Everything that a database holds, to be compared before and after an undo."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from venues.database.models import Base
from venues.database.session import Database

APART = frozenset(
    {"history", "done", "look", "revision", "code", "search", "retention"}
)
"""Tables that tell what happened, which an undo adds to."""

COUNTING = frozenset({"version", "sequence"})


def everything(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table; holds without their numbers, which are derived."""
    found = {}
    with database.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in APART:
                out = COUNTING | ({"id"} if table.name == "hold" else set())
                columns = [each for each in table.c if each.name not in out]
                rows = session.execute(select(*columns)).mappings()
                found[table.name] = sorted((dict(row) for row in rows), key=str)
    return found


def differing(
    one: dict[str, list[dict[str, Any]]], other: dict[str, list[dict[str, Any]]]
) -> set[str]:
    """The tables that are not alike."""
    return {name for name, rows in one.items() if rows != other[name]}
