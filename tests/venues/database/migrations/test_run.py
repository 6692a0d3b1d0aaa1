"""Files are made and brought up to date whole, or left as they were."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from tests.files import dump, leftovers, make_older
from tests.venues.database import rows
from venues.database.engines import guards, sqlite
from venues.database.migrations import run
from venues.database.models import Base, Venue
from venues.database.session import Database
from venues.errors import CannotOpen

STEP = '''
"""A step of no use but to be tried."""
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "0004"


def upgrade():
    """Make the table of venues anew, as SQLite must for most changes."""
    with op.batch_alter_table("venue", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.String(), nullable=True))
    {more}
'''

BEFORE = f"venues-before-{sqlite.SCHEMA - 1}.db"


@pytest.fixture
def old_file(full_file: Path) -> Path:
    """A sound database with rows in every table, from before this program's version."""
    make_older(full_file)
    return full_file


@pytest.fixture
def steps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The steps of the program, in a folder where one can be added."""
    folder = tmp_path_factory.mktemp("100 % new") / "migrations"
    shutil.copytree(run.STEPS, folder)
    (folder / "versions" / "9999_next.py").write_text(STEP.format(more=""))
    return folder


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for name in Base.metadata.tables
        }


def words(statement: str) -> str:
    """The statement without the accidents of how it was laid out."""
    return " ".join(statement.replace('"', "").split())


def made(path: Path, kind: str) -> dict[str, str]:
    """The statements that made all there is of one kind, by name."""
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL "
            "AND name <> 'alembic_version'",
            (kind,),
        )
        return {name: words(statement) for name, statement in found}


def parts(table: str) -> set[str]:
    """The columns and constraints of a CREATE TABLE, in no order."""
    inside = table[table.index("(") + 1 : table.rindex(")")]
    return {part.strip() for part in re.split(r", (?=[a-z_]+ [A-Z]|[A-Z])", inside)}


@pytest.fixture(scope="module")
def declared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database made from the models, without a migration."""
    path = tmp_path_factory.mktemp("declared") / "declared.db"
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.mark.filterwarnings("ignore:.*expression-based index")  # compared below
def test_alembic_finds_nothing_declared_that_is_not_migrated(blank_file: Path) -> None:
    engine = create_engine(f"sqlite:///{blank_file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    engine.dispose()

    assert differences == []


def test_the_migrated_tables_are_the_declared_ones_to_the_last_check(
    declared: Path, blank_file: Path
) -> None:
    wanted, found = made(declared, "table"), made(blank_file, "table")

    assert {name: parts(sql) for name, sql in found.items()} == {
        name: parts(sql) for name, sql in wanted.items()
    }


def test_the_migrated_indexes_are_the_declared_ones(
    declared: Path, blank_file: Path
) -> None:
    assert made(blank_file, "index") == made(declared, "index")


def test_the_triggers_are_those_of_the_engine(blank_file: Path) -> None:
    wanted = sorted(words(statement) for statement in guards.triggers())

    assert sorted(made(blank_file, "trigger").values()) == wanted


def test_there_is_a_sound_row_of_every_table_to_try() -> None:
    assert set(rows.ROWS) == set(Base.metadata.tables)


def test_a_new_file_is_for_its_owner_only_and_alone_in_its_folder(
    tmp_path: Path,
) -> None:
    path = tmp_path / "venues.db"

    run.create(path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert leftovers(tmp_path) == {"venues.db"}
    assert sqlite.version(path) == sqlite.SCHEMA


def test_half_a_database_is_never_left_behind(tmp_path: Path) -> None:
    taken = tmp_path / "venues.db"
    taken.mkdir()  # what is made cannot be put there

    with pytest.raises(CannotOpen, match=r"^A database cannot be made at "):
        run.create(taken)

    assert leftovers(tmp_path) == {"venues.db"}
    assert leftovers(taken) == set()


def test_an_older_file_is_brought_up_to_date_with_all_its_rows(old_file: Path) -> None:
    before = counts(old_file)

    Database.open(old_file).close()

    assert counts(old_file) == before
    assert sqlite.version(old_file) == sqlite.SCHEMA
    assert leftovers(old_file.parent) == {"venues.db", BEFORE}


def test_a_table_made_anew_keeps_the_rows_that_point_at_it(
    old_file: Path, steps: Path
) -> None:
    before = counts(old_file)
    triggers = made(old_file, "trigger")

    run.upgrade(old_file, steps)

    assert counts(old_file) == before
    assert "colour" in made(old_file, "table")["venue"]
    assert made(old_file, "trigger") == triggers
    with closing(sqlite3.connect(old_file)) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    opened = Database.open(old_file)
    with opened.read() as session:
        assert session.get_one(Venue, 1).name == "Bridge House"
    opened.close()


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("op.execute('DELETE FROM venue')", id="it would orphan rows"),
        pytest.param("op.execute('DROP TABLE nothing')", id="it stumbles half-way"),
    ],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    old_file: Path, steps: Path, more: str
) -> None:
    (steps / "versions" / "9999_next.py").write_text(STEP.format(more=more))
    before = dump(old_file)

    with pytest.raises(CannotOpen, match="could not be brought up to date"):
        run.upgrade(old_file, steps)

    assert dump(old_file) == before
    assert sqlite.version(old_file) == sqlite.SCHEMA - 1


def test_a_file_in_use_is_not_brought_up_to_date_meanwhile(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT", 0.05)
    before = dump(old_file)

    with closing(sqlite3.connect(old_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotOpen, match=r"is as it was\. Close it elsewhere"):
            Database.open(old_file)

    assert dump(old_file) == before


def test_the_copy_from_before_holds_what_was_and_is_for_its_owner_only(
    old_file: Path, steps: Path
) -> None:
    before = dump(old_file)

    copy = run.upgrade(old_file, steps)

    assert dump(copy) == before
    assert copy.stat().st_mode & 0o777 == 0o600


def test_the_last_three_copies_are_kept_and_nothing_else_is_touched(
    old_file: Path,
) -> None:
    folder = old_file.parent
    for age, name in enumerate(
        ["before-9", "before-8", "before-7", "before-restore-1"]
    ):
        kept = folder / f"venues-{name}.db"
        kept.touch()
        os.utime(kept, (1000 - age, 1000 - age))

    run.upgrade(old_file)

    assert leftovers(folder) == {
        "venues.db",
        BEFORE,
        "venues-before-8.db",
        "venues-before-9.db",
        "venues-before-restore-1.db",
    }
