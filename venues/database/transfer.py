"""Moves a whole database from a file to a server, or the other way: all or nothing.

What arrived is read back and compared table by table, rows and a checksum of all their
values, before it counts. Both need the newest tables on either side.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, Table, create_engine, delete, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from venues.address import Address
from venues.database import keys
from venues.database.engines import guards, postgres, postgres_words, sqlite
from venues.database.engines.postgres_roles import OWNER
from venues.database.models import Base
from venues.errors import CannotOpen, NotAllowed

Progress = Callable[[int, int], None]
Summary = dict[str, tuple[int, str]]
"""Table → how many rows, and a checksum of them in the order of their keys."""

SOME = 500
"""Rows written in one go."""

OF_WORK = ("booking", "case", "venue")
"""Tables that are empty in a shared database that was only prepared."""

NOT_THE_SAME = (
    "What arrived is not what was sent, so nothing was kept. Check both databases, "
    "then try again."
)
_MAY = """
SELECT rolsuper OR rolbypassrls, to_regrole('{owner}') IS NOT NULL
FROM pg_roles WHERE rolname = current_user
"""
_FORCED = """
SELECT relname FROM pg_class WHERE relforcerowsecurity
AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
_SEQUENCE = text(
    "SELECT setval(pg_get_serial_sequence(:table, 'id'), greatest(:last, "
    "(SELECT last_value FROM pg_sequences WHERE format('%I.%I', schemaname, "
    "sequencename)::regclass = pg_get_serial_sequence(:table, 'id')::regclass)))"
)
_LAST = text(
    "SELECT last_value FROM pg_sequences WHERE format('%I.%I', schemaname, "
    "sequencename)::regclass = pg_get_serial_sequence(:table, 'id')::regclass"
)


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows each table has now; ``already``: they were there before."""

    rows: dict[str, int]
    already: bool = False


def tables() -> Sequence[Table]:
    """All of them, those that others point at first."""
    return Base.metadata.sorted_tables


def into_server(path: Path, address: Address, progress: Progress) -> Moved:
    """Put all that a file holds into a shared database that was only prepared.

    Done again, it finds the same there and changes nothing. ``progress`` counts rows.

    Raises:
        CannotOpen: one of them cannot be used, or what arrived is not the same.
        NotAllowed: something else is there already, or we may not.
    """
    try:
        with closing(postgres.connect(address)) as raw:
            postgres.take_everything(raw)
            raw.commit()  # the lock stays until the connection ends
            made = create_engine("postgresql+psycopg://", creator=lambda: raw)
            with (
                sqlite.engine(path).connect() as source,
                made.begin() as target,
                _all_of_it(target),
            ):
                moved = _fill_server(source, target, address, progress)
            made.dispose()
            return moved
    except (psycopg.Error, DBAPIError) as trouble:
        said = trouble.orig if isinstance(trouble, DBAPIError) else trouble
        if isinstance(said, psycopg.errors.InsufficientPrivilege):
            raise NotAllowed(
                f"You may not fill {address}. Ask whoever looks after the server to do "
                "it."
            ) from trouble
        if isinstance(said, psycopg.Error):
            words = postgres_words.cannot_open(address, said)
            raise CannotOpen(words) from trouble
        raise


def out_of_server(address: Address, draft: Path, progress: Progress) -> Moved:
    """Put all that a shared database holds, at one moment, into a new, empty file.

    Raises:
        CannotOpen: it cannot be reached, or what arrived is not the same.
        NotAllowed: some of it is kept from this sign-in.
    """
    server = postgres.Server(address)
    try:
        with server.reading.connect() as source, sqlite.engine(draft).connect() as into:
            raw: Any = into.connection.driver_connection
            raw.execute("PRAGMA foreign_keys = OFF")
            into.execution_options(writes=True, wait=sqlite.WAIT)
            # rather nothing than only those rows that this sign-in may see
            source.exec_driver_sql("SET LOCAL row_security = off")
            with into.begin():
                moved = _fill_file(source, into, progress)
    except (psycopg.Error, DBAPIError) as trouble:
        said = trouble.orig if isinstance(trouble, DBAPIError) else trouble
        if isinstance(said, psycopg.errors.InsufficientPrivilege):
            raise NotAllowed(
                f"Your sign-in may not read all of {address}, so nothing was taken "
                "out. Ask whoever looks after the server to do it."
            ) from trouble
        if isinstance(said, psycopg.Error):
            words = postgres_words.cannot_open(address, said)
            raise CannotOpen(words) from trouble
        raise
    finally:
        server.reading.dispose()
    return moved


def summary(connection: Connection) -> Summary:
    """The rows of every table, counted, and a checksum of all their values."""
    return {table.name: _sum_up(connection, table) for table in tables()}


def _fill_server(
    source: Connection, target: Connection, address: Address, progress: Progress
) -> Moved:
    sent = summary(source)
    if any(
        target.execute(select(Base.metadata.tables[name]).limit(1)).first()
        for name in OF_WORK
    ):
        if summary(target) == sent:
            return Moved(_rows(sent), already=True)
        raise NotAllowed(
            f"{address} holds something else already. Prepare another one for this "
            "file: shared create."
        )
    for table in tables():
        target.exec_driver_sql(f'ALTER TABLE "{table.name}" DISABLE TRIGGER USER')
    for table in reversed(tables()):
        target.execute(delete(table))
    _copy(source, target, sent, progress)
    for table in tables():
        target.exec_driver_sql(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER')
    with Session(target) as session:
        keys.catch_up(session)
        session.flush()
    given = "SELECT name, seq FROM sqlite_sequence WHERE seq > 0"
    for name, last in source.exec_driver_sql(given):
        target.execute(_SEQUENCE, {"table": f'"{name}"', "last": last})
    if summary(target) != sent:
        raise CannotOpen(NOT_THE_SAME)
    return Moved(_rows(sent))


def _fill_file(source: Connection, into: Connection, progress: Progress) -> Moved:
    sent = summary(source)
    names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for name in into.exec_driver_sql(names).scalars().all():
        into.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for table in reversed(tables()):
        into.execute(delete(table))
    _copy(source, into, sent, progress)
    for statement in guards.triggers():
        into.exec_driver_sql(statement)
    counted = "SELECT name FROM sqlite_sequence"
    for name in into.exec_driver_sql(counted).scalars().all():
        last = source.scalar(_LAST, {"table": f'"{name}"'})
        into.exec_driver_sql(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?",
            (last or 0, name),
        )
    broken = into.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken or summary(into) != sent:
        raise CannotOpen(NOT_THE_SAME)
    return Moved(_rows(sent))


def _copy(
    source: Connection, target: Connection, sent: Summary, progress: Progress
) -> None:
    total = sum(rows for rows, _ in sent.values())
    done = 0
    progress(done, total)
    for table in tables():
        rows = _read(source, table)
        while some := list(islice(rows, SOME)):
            target.execute(insert(table), some)
            done += len(some)
            progress(done, total)


def _read(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """All rows by their keys, so that what one points at comes before it."""
    statement = select(table).order_by(*table.primary_key)
    streamed = connection.execute(statement, execution_options={"yield_per": SOME})
    for row in streamed.mappings():
        yield dict(row)


def _sum_up(connection: Connection, table: Table) -> tuple[int, str]:
    digest, rows = hashlib.sha256(), 0
    for row in _read(connection, table):
        rows += 1
        line = json.dumps(list(row.values()), sort_keys=True, default=str)
        digest.update(line.encode())
        digest.update(b"\n")
    return rows, digest.hexdigest()


def _rows(summed: Summary) -> dict[str, int]:
    return {name: rows for name, (rows, _) in summed.items()}


@contextmanager
def _all_of_it(target: Connection) -> Iterator[None]:
    """See and write every row, as the role whose the tables are, where there is one.

    What keeps rows from that role too is back with the end of the transaction.
    """
    row = target.exec_driver_sql(_MAY.format(owner=OWNER)).one()
    if not row[0] and row[1]:
        target.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")
    forced = target.exec_driver_sql(_FORCED).scalars().all()
    for name in forced:
        target.exec_driver_sql(f'ALTER TABLE "{name}" NO FORCE ROW LEVEL SECURITY')
    yield
    for name in forced:
        target.exec_driver_sql(f'ALTER TABLE "{name}" FORCE ROW LEVEL SECURITY')
