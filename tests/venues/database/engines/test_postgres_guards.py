"""What the server itself refuses, whoever writes to it."""
# ruff: noqa: S608 - names of our own tables, nothing from outside

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.server import Kept
from venues.database.engines import guards
from venues.database.models import Base
from venues.domain.period import Period

HOLD = "INSERT INTO hold (space_id, starts, ends, booking_id) VALUES (%s, %s, %s, 1)"
TAKEN = "tr_hold_no_overlap"
Raw = psycopg.Connection[tuple[object, ...]]


@pytest.fixture
def bare(shared_full: Kept) -> Iterator[Raw]:
    """The full database as any other program would open it."""
    words = shared_full.reset().words
    with closing(psycopg.connect(words, autocommit=True)) as connection:
        yield connection


def one(bare: Raw, query: str) -> object:
    """The one value that the query answers with."""
    row = bare.execute(query).fetchone()
    assert row is not None
    return row[0]


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
    bare: Raw, starts: str, ends: str
) -> None:
    with pytest.raises(psycopg.errors.ExclusionViolation, match=TAKEN):
        bare.execute(HOLD, (1, at(starts), at(ends)))


@pytest.mark.parametrize("clocks", [("14:00", "15:00"), ("16:00", "17:00")])
def test_holds_may_be_back_to_back(bare: Raw, clocks: tuple[str, str]) -> None:
    bare.execute(HOLD, (1, at(clocks[0]), at(clocks[1])))

    assert one(bare, "SELECT count(*) FROM hold") == 2


def test_two_spaces_may_be_held_at_once(bare: Raw) -> None:
    bare.execute(HOLD, (2, at("15:00"), at("16:00")))

    assert one(bare, "SELECT count(*) FROM hold") == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE hold SET starts = '2026-11-26 15:59' WHERE space_id = 1 AND id > 1",
        "UPDATE hold SET space_id = 1 WHERE space_id = 2",
    ],
)
def test_no_kind_of_change_makes_two_holds_overlap(bare: Raw, change: str) -> None:
    bare.execute(HOLD, (1, at("16:00"), at("17:00")))
    bare.execute(HOLD, (2, at("15:00"), at("16:00")))

    with pytest.raises(psycopg.errors.ExclusionViolation, match=TAKEN):
        bare.execute(change)


@given(st.lists(st.tuples(st.integers(0, 47), st.integers(1, 24)), max_size=12))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_constraint_and_python_agree_on_what_overlaps(
    bare: Raw, wishes: list[tuple[int, int]]
) -> None:
    bare.execute("DELETE FROM hold")
    midnight = datetime(2026, 11, 26)
    kept: list[Period] = []

    for hour, hours in wishes:
        wish = Period.lasting(midnight + timedelta(hours=hour), hours * 60)
        try:
            bare.execute(HOLD, (1, wish.starts, wish.ends))
        except psycopg.errors.ExclusionViolation:
            assert any(wish.overlaps(period) for period in kept)
        else:
            assert not any(wish.overlaps(period) for period in kept)
            kept.append(wish)


@pytest.mark.parametrize("table", ["history", "look"])
@pytest.mark.parametrize(
    "change", ["UPDATE {0} SET row_id = 7", "DELETE FROM {0}", "TRUNCATE {0}"]
)
def test_nobody_rewrites_the_past(bare: Raw, table: str, change: str) -> None:
    with pytest.raises(psycopg.IntegrityError, match=f"tr_{table}_kept") as refused:
        bare.execute(change.format(table))

    assert refused.value.diag.constraint_name == f"tr_{table}_kept"


@pytest.mark.parametrize(
    ("table", "column"), [("history", "changes"), ("look", "what")]
)
def test_the_past_may_be_let_go_after_24_months(
    bare: Raw, table: str, column: str
) -> None:
    bare.execute("UPDATE setting SET value = 'soon' WHERE name = 'history_months'")
    bare.execute(
        f"CREATE TEMP TABLE old AS SELECT * FROM {table}; "
        f"UPDATE old SET id = 9, at = now() - interval '25 months'; "
        f"INSERT INTO {table} SELECT * FROM old"
    )

    bare.execute(f"DELETE FROM {table} WHERE id = 9")

    assert one(bare, f"SELECT count(*) FROM {table}") == 1


@pytest.mark.parametrize("months", ["1", "none"])
def test_the_past_is_kept_for_a_year_whatever_is_set(bare: Raw, months: str) -> None:
    bare.execute(
        "INSERT INTO setting (name, value) VALUES ('history_months', %s)", (months,)
    )
    bare.execute(
        "INSERT INTO look (id, at, what, row_id) "
        "VALUES (8, now() - interval '11 months', 'link', 1),"
        "(9, now() - interval '13 months', 'link', 1)"
    )

    bare.execute("DELETE FROM look WHERE id = 9")
    with pytest.raises(psycopg.IntegrityError, match="tr_look_kept"):
        bare.execute("DELETE FROM look WHERE id = 8")


def test_a_link_is_kept_until_its_time_is_over(bare: Raw) -> None:
    refused = "DELETE FROM separation"
    with pytest.raises(psycopg.IntegrityError, match="tr_separation_kept"):
        bare.execute(refused)
    with pytest.raises(psycopg.IntegrityError, match="tr_separation_kept"):
        bare.execute("TRUNCATE separation")
    bare.execute(
        "UPDATE separation SET since = current_date - 900, until = current_date - 80"
    )
    with pytest.raises(psycopg.IntegrityError, match="tr_separation_kept"):
        bare.execute(refused)
    bare.execute("UPDATE separation SET closed_on = current_date - 100")
    bare.execute('UPDATE "case" SET on_hold = true')
    with pytest.raises(psycopg.IntegrityError, match="tr_separation_kept"):
        bare.execute(refused)
    bare.execute('UPDATE "case" SET hold_until = current_date - 1')

    bare.execute(refused)

    assert one(bare, "SELECT count(*) FROM separation") == 0


@pytest.mark.parametrize("table", guards.CATALOGUE)
def test_every_change_of_the_catalogue_moves_its_revision_on(
    bare: Raw, table: str
) -> None:
    column = Base.metadata.tables[table].columns.keys()[-1]
    count = "SELECT number FROM revision WHERE name = 'catalogue'"
    bare.execute("SET session_replication_role = replica")  # no keys, and no guards
    bare.execute(f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER tr_revision_{table}')

    before = one(bare, count)
    bare.execute(f'UPDATE "{table}" SET "{column}" = "{column}"')
    changed = one(bare, count)
    bare.execute(f'CREATE TEMP TABLE kept_rows AS SELECT * FROM "{table}"')
    bare.execute(f'DELETE FROM "{table}"')
    removed = one(bare, count)
    bare.execute(f'INSERT INTO "{table}" SELECT * FROM kept_rows')
    added = one(bare, count)
    bare.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER tr_revision_{table}')

    assert [before, changed, removed, added] == [*range(before, before + 4)]


@pytest.mark.parametrize("table", ["booking", "hold", "case", "staff", "search"])
def test_other_changes_leave_the_revision_where_it_is(bare: Raw, table: str) -> None:
    count = "SELECT number FROM revision WHERE name = 'catalogue'"
    before = one(bare, count)

    bare.execute(f'UPDATE "{table}" SET id = id')

    assert one(bare, count) == before


def test_a_reference_that_was_typed_may_be_taken_out_of_history_and_no_more(
    bare: Raw,
) -> None:
    reference = one(bare, 'SELECT reference FROM "case" WHERE id = 1')
    words = f'{{"note": [null, "as {reference}"]}}'
    bare.execute(
        'INSERT INTO history (id, at, "table", action, changes) '
        "VALUES (9, now(), 'booking', 'changed', %s)",
        (words,),
    )
    change = "UPDATE history SET changes = %s WHERE id = 9"

    with pytest.raises(psycopg.IntegrityError, match="tr_history_kept"):
        bare.execute(change, ("{}",))
    bare.execute(change, (words.replace(str(reference), guards.GONE),))

    assert one(bare, "SELECT changes->'note'->>1 FROM history WHERE id = 9") == (
        "as [removed]"
    )
