"""Whether a file is whole, and still refuses what it should."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from venues.database.engines import guards
from venues.domain.words import count

SHOWN = 5
"""How many faults of a file are looked for."""

RESTORE = "Restore a sound backup."
GUARDS = "The guards against double booking and rewriting are not as they should be. "


def problems(connection: Connection) -> Iterator[str]:
    """A sentence for each thing that is wrong with it."""
    found = connection.exec_driver_sql(f"PRAGMA integrity_check({SHOWN})").scalars()
    if found.all() != ["ok"]:
        yield f"The file is damaged. {RESTORE}"
    orphans = connection.exec_driver_sql(
        'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"'
    )
    for table, number in orphans.all():
        rows = count(number, "row")
        yield f"What {rows} of “{table}” belong to is gone. {RESTORE}"
    # A trigger that was dropped or changed would be missed on the worst day.
    made = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
    ).scalars()
    there = {" ".join(statement.split()) for statement in made}
    if there != {" ".join(statement.split()) for statement in guards.triggers()}:
        yield f"{GUARDS}{RESTORE}"
