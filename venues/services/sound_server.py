"""Whether a shared database still refuses what it should; the rest is its server's."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from venues.database.engines import postgres_guards
from venues.services.sound_file import GUARDS

PREPARE = "Ask whoever looks after the server to prepare it again: shared create."

_TRIGGERS = """
SELECT tgname, proname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE NOT tgisinternal AND tgenabled <> 'D'
"""
_OVERLAP = """
SELECT 1 FROM pg_constraint WHERE conrelid = 'hold'::regclass AND contype = 'x'
AND conname = 'tr_hold_no_overlap' AND convalidated
"""


def problems(connection: Connection) -> Iterator[str]:
    """A sentence if a guard is gone, switched off, or does something else."""
    found = connection.exec_driver_sql(_TRIGGERS).all()
    sources = {name: source for _, name, source in found}
    sound = (
        {row[0] for row in found} >= set(postgres_guards.triggers())
        and sources.items() >= postgres_guards.BODIES.items()
        and connection.exec_driver_sql(_OVERLAP).scalar() is not None
    )
    if not sound:
        yield f"{GUARDS}{PREPARE}"
