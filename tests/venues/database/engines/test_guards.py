"""What the file itself refuses, whoever writes to it."""
# ruff: noqa: S608 - names of our own tables, nothing from outside

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from venues.database.engines import guards
from venues.database.models import Base
from venues.domain.period import Period

HOLD = "INSERT INTO hold (space_id, starts, ends, booking_id) VALUES (?, ?, ?, 1)"
TAKEN = "tr_hold_no_overlap"


@pytest.fixture
def bare(full_file: Path) -> Iterator[sqlite3.Connection]:
    """The full database as any other program would open it."""
    with closing(sqlite3.connect(full_file, isolation_level=None)) as connection:
        yield connection


def at(clock: str) -> str:
    """That time on the day of the hold from 3pm to 4pm."""
    return f"2026-11-26 {clock}"


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        pytest.param("15:00", "16:00", id="the same time"),
        pytest.param("15:15", "15:30", id="inside"),
        pytest.param("14:00", "17:00", id="around"),
        pytest.param("14:30", "15:01", id="into its first minute"),
        pytest.param("15:59", "16:30", id="out of its last minute"),
    ],
)
def test_two_holds_of_one_space_never_overlap(
    bare: sqlite3.Connection, starts: str, ends: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=TAKEN):
        bare.execute(HOLD, (1, at(starts), at(ends)))


@pytest.mark.parametrize("clocks", [("14:00", "15:00"), ("16:00", "17:00")])
def test_holds_may_be_back_to_back(
    bare: sqlite3.Connection, clocks: tuple[str, str]
) -> None:
    bare.execute(HOLD, (1, at(clocks[0]), at(clocks[1])))

    assert bare.execute("SELECT count(*) FROM hold").fetchone() == (2,)


def test_two_spaces_may_be_held_at_once(bare: sqlite3.Connection) -> None:
    bare.execute(HOLD, (2, at("15:00"), at("16:00")))

    assert bare.execute("SELECT count(*) FROM hold").fetchone() == (2,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE hold SET starts = '2026-11-26 15:59' WHERE id = 2",
        "UPDATE hold SET space_id = 1 WHERE id = 3",
        "UPDATE OR REPLACE hold SET space_id = 1 WHERE id = 3",
        "UPDATE OR IGNORE hold SET space_id = 1 WHERE id = 3",
        "REPLACE INTO hold VALUES (3, 1, '2026-11-26 15:30', '2026-11-26 17:00', 1, 0)",
    ],
)
def test_no_kind_of_change_makes_two_holds_overlap(
    bare: sqlite3.Connection, change: str
) -> None:
    bare.execute(HOLD, (1, at("16:00"), at("17:00")))
    bare.execute(HOLD, (2, at("15:00"), at("16:00")))

    with pytest.raises(sqlite3.IntegrityError, match=TAKEN):
        bare.execute(change)


def test_a_hold_may_be_stretched_over_its_own_time(bare: sqlite3.Connection) -> None:
    bare.execute("UPDATE hold SET ends = '2026-11-26 16:30' WHERE id = 1")

    assert bare.execute("SELECT ends FROM hold").fetchone() == (at("16:30"),)


@given(st.lists(st.tuples(st.integers(0, 47), st.integers(1, 24)), max_size=12))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_trigger_and_python_agree_on_what_overlaps(
    bare: sqlite3.Connection, wishes: list[tuple[int, int]]
) -> None:
    bare.execute("DELETE FROM hold")
    midnight = datetime(2026, 11, 26)
    kept: list[Period] = []

    for hour, hours in wishes:
        wish = Period.lasting(midnight + timedelta(hours=hour), hours * 60)
        moments = (f"{wish.starts:%Y-%m-%d %H:%M}", f"{wish.ends:%Y-%m-%d %H:%M}")
        try:
            bare.execute(HOLD, (1, *moments))
        except sqlite3.IntegrityError:
            assert any(wish.overlaps(period) for period in kept)
        else:
            assert not any(wish.overlaps(period) for period in kept)
            kept.append(wish)


@pytest.mark.parametrize("table", ["history", "look"])
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {0} SET row_id = 7",
        "DELETE FROM {0}",
        "REPLACE INTO {0} SELECT * FROM {0}",
        "INSERT OR IGNORE INTO {0} SELECT * FROM {0}",
    ],
)
def test_nobody_rewrites_the_past(
    bare: sqlite3.Connection, table: str, change: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"tr_{table}_kept"):
        bare.execute(change.format(table))


@pytest.mark.parametrize("table", ["history", "look"])
def test_the_past_may_be_let_go_after_24_months(
    bare: sqlite3.Connection, table: str
) -> None:
    row = bare.execute(f"SELECT * FROM {table}").fetchone()
    places = ", ".join("?" * len(row))
    old = (9, "2020-01-01", *row[2:])
    bare.execute(f"INSERT INTO {table} VALUES ({places})", old)

    bare.execute(f"DELETE FROM {table} WHERE id = 9")

    assert bare.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)


@pytest.mark.parametrize("table", guards.CATALOGUE)
def test_every_change_of_the_catalogue_moves_its_revision_on(
    bare: sqlite3.Connection, table: str
) -> None:
    bare.execute("PRAGMA foreign_keys = OFF")
    column = Base.metadata.tables[table].columns.keys()[-1]

    def revision() -> int:
        found = bare.execute("SELECT number FROM revision WHERE name = 'catalogue'")
        return int(found.fetchone()[0])

    before = revision()
    bare.execute(f'UPDATE "{table}" SET "{column}" = "{column}"')
    changed = revision()
    bare.execute(f'CREATE TEMP TABLE kept AS SELECT * FROM "{table}"')
    bare.execute(f'DELETE FROM "{table}"')
    removed = revision()
    bare.execute(f'INSERT INTO "{table}" SELECT * FROM kept')
    added = revision()

    assert before < changed < removed < added


@pytest.mark.parametrize("table", ["booking", "hold", "case", "staff", "search"])
def test_other_changes_leave_the_revision_where_it_is(
    bare: sqlite3.Connection, table: str
) -> None:
    count = "SELECT number FROM revision WHERE name = 'catalogue'"
    before = bare.execute(count).fetchone()

    bare.execute(f'UPDATE "{table}" SET id = id')

    assert bare.execute(count).fetchone() == before


def test_a_reference_that_was_typed_may_be_taken_out_of_history_and_no_more(
    bare: sqlite3.Connection,
) -> None:
    (reference,) = bare.execute('SELECT reference FROM "case" WHERE id = 1').fetchone()
    words = f'{{"note": [null, "as {reference}"]}}'
    bare.execute(
        'INSERT INTO history (id, at, "table", action, changes) '
        "VALUES (9, datetime('now'), 'booking', 'changed', ?)",
        (words,),
    )
    change = "UPDATE history SET changes = ? WHERE id = 9"

    with pytest.raises(sqlite3.IntegrityError, match="tr_history_kept"):
        bare.execute(change, ("{}",))
    bare.execute(change, (words.replace(reference, guards.GONE),))

    assert bare.execute("SELECT changes FROM history WHERE id = 9").fetchone() == (
        '{"note": [null, "as [removed]"]}',
    )
