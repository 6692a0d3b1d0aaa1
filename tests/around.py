"""Looks at and changes a database around the program, as anybody with a tool could."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import psycopg

from venues.address import Address, Place
from venues.database.session import Database


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    """What the query finds."""
    return rows_at(database.place, query)


def rows_at(place: Place, query: str) -> list[tuple[Any, ...]]:
    """What the query finds in the database there."""
    if isinstance(place, Address):
        with closing(psycopg.connect(place.words)) as raw:
            return [tuple(row) for row in raw.execute(query)]
    with closing(sqlite3.connect(place)) as raw:
        return raw.execute(query).fetchall()


def change(database: Database, *statements: str, guarded: bool = True) -> None:
    """Do that, past the guards if asked to."""
    place = database.place
    if isinstance(place, Address):
        with closing(psycopg.connect(place.words, autocommit=True)) as raw:
            if not guarded:
                raw.execute("SET session_replication_role = replica")
            for statement in statements:
                raw.execute(statement)
        return
    with closing(sqlite3.connect(place)) as raw:
        made = {} if guarded else _guards(raw)
        for name in made:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        for trigger in made.values():
            raw.execute(trigger)
        raw.commit()


def _guards(raw: sqlite3.Connection) -> dict[str, str]:
    return dict(
        raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    )
