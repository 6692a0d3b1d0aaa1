"""Makes the tables of a shared database, or brings them up to date.

Its first tables are those of the day it is made, with the number of the newest step.
The steps up to then speak to files only; later ones speak to both, so they make no
table anew (``recreate="always"``) where there is another way.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from alembic import command
from alembic.config import Config
from psycopg import sql
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError

from venues.address import Address
from venues.database.engines import (
    postgres,
    postgres_guards,
    postgres_made,
    postgres_words,
)
from venues.database.migrations.run import STEPS
from venues.database.models import Base
from venues.database.models.base import say_to_postgres
from venues.errors import CannotOpen

MAINTENANCE = "postgres"
"""The database that every server has, from which others are made."""


def create(address: Address, steps: Path = STEPS) -> bool:
    """See that the database is there, ours, and of this version; whether it was made.

    It can be done again at any time, and changes nothing then. Nobody else changes
    anything meanwhile, and it happens whole or not at all.

    Raises:
        CannotOpen: the server cannot be reached or does not let us, or the database is
            somebody else's or newer.
    """
    try:
        _make_database(address)
        with closing(postgres.connect(address)) as raw:
            postgres.take_everything(raw)
            raw.commit()  # the lock stays until the connection ends
            made = _make_tables(raw, address, steps)
    except (psycopg.Error, DBAPIError) as trouble:
        said = trouble.orig if isinstance(trouble, DBAPIError) else trouble
        if isinstance(said, psycopg.errors.InsufficientPrivilege):
            raise CannotOpen(
                f"You may not prepare {address}. Ask whoever looks after the server to "
                "do it, or to make you its owner."
            ) from trouble
        if isinstance(said, psycopg.Error):
            words = postgres_words.cannot_open(address, said)
            raise CannotOpen(words) from trouble
        raise
    return made


def _make_database(address: Address) -> None:
    """Text in it sorts as in a file: by its characters, whatever the server's land."""
    with suppress(psycopg.OperationalError):
        postgres.connect(address).close()
        return
    beside = _beside(address)
    with closing(postgres.connect(beside)) as raw:
        raw.autocommit = True
        name = sql.Identifier(address.name)
        twice = (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation)
        with suppress(*twice):  # somebody else makes it at this moment
            raw.execute(
                sql.SQL(
                    "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
                ).format(name)
            )


def _beside(address: Address) -> Address:
    """The maintenance database of the same server."""
    parts = urlsplit(address.words)
    return replace(
        address, words=urlunsplit(parts._replace(path=f"/{quote(MAINTENANCE)}"))
    )


def _make_tables(raw: postgres.Raw, address: Address, steps: Path) -> bool:
    """All in one transaction; whether there were none."""
    before = _schema(raw, address)
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    made = create_engine("postgresql+psycopg://", creator=lambda: raw)
    with made.begin() as connection:
        config.attributes["connection"] = connection
        if before is None:
            _make(connection)
            command.stamp(config, "head")
        else:
            command.upgrade(config, "head")
        for statement in postgres_made.statements():
            raw.execute(statement)  # as it stands: a % is a % in it
    made.dispose()
    return before is None


def _make(connection: Connection) -> None:
    say_to_postgres()
    connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS btree_gist")
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(postgres_guards.OVERLAP)
    connection.exec_driver_sql(
        "INSERT INTO revision (name, number) VALUES ('catalogue', 0)"
    )


def _schema(raw: postgres.Raw, address: Address) -> int | None:
    """The version of the tables there; None where there are none at all."""
    row = raw.execute(
        "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    ).fetchone()
    if row and not row[0]:
        return None
    return postgres.schema(raw, address)
