"""A shared database is made and brought up to date whole, or left as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Index

from tests.server import Server
from tests.venues.database import rows
from venues.address import Address
from venues.database.engines import postgres, sqlite
from venues.database.migrations import run, shared
from venues.database.models import Base
from venues.database.session import Database
from venues.errors import Busy, CannotOpen

STEP = '''
"""A step of no use but to be tried."""
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{last}"


def upgrade():
    """Add a column."""
    with op.batch_alter_table("venue") as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=True))
    {more}
'''


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    """Where there is no database yet."""
    address = server.address("fresh")
    yield address
    server.drop(address)


def steps(folder: Path, more: str = "") -> Path:
    """The steps of the program, and one after them."""
    found = folder / "100 % new"
    shutil.copytree(run.STEPS, found)
    last = f"{sqlite.SCHEMA:04}"
    (found / "versions" / "9999_next.py").write_text(STEP.format(last=last, more=more))
    return found


def ask(address: Address, query: str) -> list[object]:
    with closing(psycopg.connect(address.words)) as raw:
        return [row[0] for row in raw.execute(query)]


def test_a_database_is_made_with_all_that_is_declared(address: Address) -> None:
    assert shared.create(address)

    database = Database.open(address)
    with database.read() as session:
        context = MigrationContext.configure(
            session.connection(), opts={"compare_type": True}
        )
        differences = compare_metadata(context, Base.metadata)
    database.close()
    assert differences == []
    assert postgres.version(address) == sqlite.SCHEMA


def test_text_sorts_as_in_a_file_whatever_the_land_of_the_server(
    address: Address,
) -> None:
    shared.create(address)

    assert ask(
        address, "SELECT datcollate FROM pg_database WHERE datname = 'fresh'"
    ) == ["C"]


def test_what_an_index_leaves_out_it_leaves_out_on_both_engines(
    address: Address,
) -> None:
    shared.create(address)
    partial = {
        str(index.name)
        for table in Base.metadata.sorted_tables
        for index in table.indexes
        if isinstance(index, Index)
        and index.dialect_options["sqlite"]["where"] is not None
    }

    found = ask(
        address,
        "SELECT indexrelid::regclass::text FROM pg_index WHERE indpred IS NOT NULL",
    )

    assert partial
    assert set(found) == partial


def test_to_prepare_it_again_changes_nothing(address: Address) -> None:
    shared.create(address)
    database = Database.open(address)
    with database.write() as session:
        rows.fill(session)
    database.close()

    assert not shared.create(address)

    assert ask(address, "SELECT name FROM venue") == ["Bridge House"]


def test_two_who_prepare_it_at_once_do_not_meet(address: Address) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(shared.create, [address, address]))

    assert sorted(made) == [False, True]


def test_a_step_takes_a_shared_database_there_with_its_rows(
    address: Address, tmp_path: Path
) -> None:
    shared.create(address)
    database = Database.open(address)
    with database.write() as session:
        rows.fill(session)
    database.close()

    shared.create(address, steps(tmp_path))

    assert ask(address, "SELECT colour FROM venue") == [None]
    assert ask(address, "SELECT version_num FROM alembic_version") == ["9999"]
    with pytest.raises(CannotOpen, match="was made by a newer Venues"):
        Database.open(address)


def test_scenarios_are_kept_on_a_server_from_then_on(address: Address) -> None:
    shared.create(address)
    with closing(psycopg.connect(address.words)) as raw:  # as the third left it
        raw.execute("DROP TABLE scenario")
        raw.execute("UPDATE alembic_version SET version_num = '0003'")
        raw.commit()

    assert not shared.create(address)

    database = Database.open(address)
    with database.write() as session:
        rows.fill(session)
    database.close()
    assert ask(address, "SELECT name FROM scenario") == ["Two rooms in Runcorn"]


def test_a_step_that_fails_leaves_everything_as_it_was(
    address: Address, tmp_path: Path
) -> None:
    shared.create(address)

    with pytest.raises(RuntimeError):
        shared.create(address, steps(tmp_path, "raise RuntimeError"))

    Database.open(address).close()
    assert "colour" not in ask(
        address,
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'venue'",
    )


def test_an_older_one_is_left_to_whoever_looks_after_the_server(
    address: Address,
) -> None:
    shared.create(address)
    with closing(psycopg.connect(address.words, autocommit=True)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0002'")

    with pytest.raises(CannotOpen, match="is older than this Venues"):
        Database.open(address)


def test_it_waits_for_those_who_are_saving(address: Address) -> None:
    shared.create(address)
    database = Database.open(address)
    hurried = Database(address, wait=0.1)

    with (
        closing(postgres.connect(address)) as raw,
        raw.transaction(),
        pytest.raises(Busy),
    ):
        postgres.take_everything(raw)
        with hurried.write():
            pytest.fail("somebody is preparing it")

    hurried.close()
    database.close()


@pytest.mark.parametrize(
    "made", ["CREATE TABLE song (id int)", "CREATE TABLE alembic_version (x int)"]
)
def test_somebody_elses_database_is_left_alone(
    server: Server, address: Address, made: str
) -> None:
    with closing(
        psycopg.connect(server.address("postgres").words, autocommit=True)
    ) as raw:
        raw.execute("CREATE DATABASE fresh")
    with closing(psycopg.connect(address.words, autocommit=True)) as raw:
        raw.execute(made)

    with pytest.raises(CannotOpen):
        shared.create(address)
    with pytest.raises(CannotOpen):
        Database.open(address)

    assert len(ask(address, "SELECT 1 FROM pg_tables WHERE schemaname='public'")) == 1


def test_who_may_not_prepare_it_is_told_whom_to_ask(
    server: Server, address: Address
) -> None:
    with closing(
        psycopg.connect(server.address("postgres").words, autocommit=True)
    ) as raw:
        raw.execute("DROP ROLE IF EXISTS guest")
        raw.execute("CREATE ROLE guest LOGIN")
    guest = Address(address.words.replace("venues@", "guest@"))

    with pytest.raises(CannotOpen, match="You may not prepare fresh"):
        shared.create(guest)


def test_a_server_that_is_not_there_is_told(address: Address) -> None:
    nowhere = Address(f"{address.words}/elsewhere")

    with pytest.raises(CannotOpen, match="Nothing answers"):
        shared.create(nowhere)
