"""Every promise of the database has its sentence, and real violations give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import (
    CheckConstraint,
    Column,
    Table,
    UniqueConstraint,
    delete,
    insert,
    update,
)

from tests.server import both_engines
from tests.venues.database import rows
from venues.database import complaints
from venues.database.engines import guards
from venues.database.models import Base
from venues.database.session import Database
from venues.errors import Clash

TABLES = Base.metadata.sorted_tables


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    both_engines(metafunc)


def unique_columns(table: Table) -> Iterator[tuple[str, ...]]:
    """The sets of columns of which the table holds no two alike."""
    if [column.name for column in table.primary_key] != ["id"]:
        yield tuple(column.name for column in table.primary_key)
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)
    for index in table.indexes:
        if index.unique and all(isinstance(each, Column) for each in index.expressions):
            yield tuple(column.name for column in index.columns)


UNIQUE = [
    pytest.param(table, columns, id=f"{table.name}: {', '.join(columns)}")
    for table in TABLES
    for columns in sorted(unique_columns(table))
]


def promises() -> set[str]:
    """What the database may name when it refuses a row."""
    checks = {
        str(constraint.name)
        for table in TABLES
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    unique = {
        ", ".join(f"{table.name}.{column}" for column in columns)
        for table in TABLES
        for columns in unique_columns(table)
    }
    by_name = {
        str(index.name)
        for table in TABLES
        for index in table.indexes
        if index.unique
        and not all(isinstance(each, Column) for each in index.expressions)
    }
    raised = set(re.findall(r"RAISE\(ABORT, '(\w+)'\)", "".join(guards.triggers())))
    return checks | unique | by_name | raised | {"FOREIGN KEY", "NOT NULL"}


def test_every_promise_has_its_sentence_and_every_sentence_its_promise() -> None:
    assert set(complaints.SENTENCES) == promises()


def test_the_sentences_are_whole_and_end_in_a_full_stop() -> None:
    unfinished = {
        name: sentence
        for name, sentence in complaints.SENTENCES.items()
        if not re.fullmatch(r"[A-Z].*\.", sentence)
    }

    assert unfinished == {}


def other(value: object) -> object:
    """A value unlike the given one, of the same type."""
    return UUID(int=99) if isinstance(value, UUID) else f"{value}2"


@pytest.mark.parametrize(("table", "columns"), UNIQUE)
def test_a_second_of_what_there_is_one_of_gives_the_sentence_of_its_columns(
    full: Database, table: Table, columns: tuple[str, ...]
) -> None:
    named = ", ".join(f"{table.name}.{column}" for column in columns)
    elsewhere = {name for each in unique_columns(table) for name in each}
    first = next(row for row in rows.ROWS[table.name] if set(columns) <= set(row))
    twin = {
        name: other(value)
        if name in elsewhere - set(columns) and not isinstance(value, int)
        else value
        for name, value in first.items()
        if name != "id"
    }

    with pytest.raises(Clash) as clash, full.write() as session:
        session.execute(insert(table).values(twin))

    assert str(clash.value) == complaints.SENTENCES[named]


def test_a_criterion_answered_twice_for_the_same_hours_is_refused(
    full: Database,
) -> None:
    answer = Base.metadata.tables["answer"]

    with (
        pytest.raises(Clash, match=r"^That criterion is answered already"),
        full.write() as session,
    ):
        session.execute(
            insert(answer).values(assessment_id=1, criterion_id=1, value="no")
        )


def test_a_record_that_others_use_cannot_be_removed(full: Database) -> None:
    with (
        pytest.raises(Clash, match=r"^Another record stands in the way"),
        full.write() as session,
    ):
        session.execute(delete(Base.metadata.tables["venue"]))


@pytest.mark.parametrize("column", ["name", "status"])
def test_a_gap_is_called_a_gap_even_in_a_column_that_is_unique(
    full: Database, column: str
) -> None:
    venue = Base.metadata.tables["venue"]

    with (
        pytest.raises(Clash, match=r"^Something that must be filled in is missing\.$"),
        full.write() as session,
    ):
        session.execute(update(venue).values({column: None}))
