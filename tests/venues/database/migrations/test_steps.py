"""Each step takes a database of the version before it there, with its rows."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import files
from venues.database.engines import sqlite
from venues.database.migrations import run

PARENTS = ("authority", "staff", "venue", "room", "appointment_type", "booking")


def row(raw: sqlite3.Connection, table: str, **values: Any) -> None:
    """Write a row with those values, and the least that its other columns need."""
    for _, name, kind, needed, _, key in raw.execute(f'PRAGMA table_info("{table}")'):
        if needed and not key and name not in values:
            values[name] = 1 if kind in {"INTEGER", "BOOLEAN"} else ""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    raw.execute(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608
        tuple(values.values()),
    )


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A database as the first version of the program made it."""
    return older(tmp_path, 1)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A database as the second version of the program made it."""
    return older(tmp_path, 2)


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """A database as the third version of the program made it."""
    return older(tmp_path, 3)


def older(folder: Path, version: int) -> Path:
    """Make a database as that version of the program made it."""
    steps = folder / "steps"
    shutil.copytree(run.STEPS, steps)
    for step in (steps / "versions").glob("0*_*.py"):
        if int(step.name[:4]) > version:
            step.unlink()
    path = folder / "Venues.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    run._migrate(path, steps)  # noqa: SLF001 - the only way to stop half-way
    files.change(path, f"PRAGMA user_version = {version}")
    return path


def test_a_day_that_closed_everything_twice_does_so_once(first: Path) -> None:
    with closing(sqlite3.connect(first)) as raw:
        row(raw, "authority", id=1, name="Warrington", code="WAR", gss="E1")
        for id_, authority in ((1, None), (2, None), (3, 1)):
            row(
                raw,
                "closed_day",
                id=id_,
                day="2026-12-25",
                name="Christmas Day",
                authority_id=authority,
            )
        raw.commit()

    run.upgrade(first)

    with closing(sqlite3.connect(first)) as raw:
        kept = raw.execute("SELECT id FROM closed_day ORDER BY id").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match=r"closed_day\.day"):
            row(raw, "closed_day", day="2026-12-25", name="Again", authority_id=None)
    assert kept == [(1,), (3,)]


@pytest.mark.parametrize("table", ["offer", "request"])
def test_what_is_offered_or_asked_for_ends_after_it_starts(
    first: Path, table: str
) -> None:
    with closing(sqlite3.connect(first)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")  # these are in the way only
        for parent in PARENTS:
            row(raw, parent, id=1)
        times = {"starts": "2026-11-26 15:00", "ends": "2026-11-26 14:00"}
        row(raw, table, id=1, state="open", **times)
        row(raw, table, id=2, state="open", **(times | {"ends": "2026-11-26 16:00"}))
        raw.commit()

    run.upgrade(first)

    with closing(sqlite3.connect(first)) as raw:
        kept = raw.execute(f"SELECT id, ends FROM {table} ORDER BY id").fetchall()  # noqa: S608
        refused = f"ck_{table}_ends_after_it_starts"
        with pytest.raises(sqlite3.IntegrityError, match=refused):
            row(raw, table, state="open", **times)
    assert kept == [(1, "2026-11-26 15:01"), (2, "2026-11-26 16:00")]


def test_outings_keep_their_rows_and_learn_who_rang(first: Path) -> None:
    with closing(sqlite3.connect(first)) as raw:
        for id_ in (1, 2):
            row(raw, "staff", id=id_, login=f"practitioner.0{id_}", role="practitioner")
        times = {"starts": "2026-11-26 15:00", "ends": "2026-11-26 16:00"}
        about = {"staff_id": 1, "buddy_id": 2, "place": "Home visit, Runcorn"}
        row(raw, "outing", id=1, check_out="2026-11-26 16:15", **about, **times)
        raw.commit()

    run.upgrade(first)

    with closing(sqlite3.connect(first)) as raw:
        kept = raw.execute(
            "SELECT place, check_out, rung_at, rung_by FROM outing"
        ).fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="buddy_is_somebody_else"):
            row(raw, "outing", **{**about, "buddy_id": 1}, **times)
    assert kept == [("Home visit, Runcorn", "2026-11-26 16:15", None, None)]


def test_actions_are_remembered_from_then_on(second: Path) -> None:
    with closing(sqlite3.connect(second)) as raw:
        row(raw, "staff", id=1, login="practitioner.01", role="practitioner")
        raw.commit()

    run.upgrade(second)

    action = {"staff_id": 1, "at": "2026-11-26 15:00:00", "name": "booking of Oak"}
    with closing(sqlite3.connect(second)) as raw:
        row(raw, "done", id=1, first=1, last=2, **action)
        with pytest.raises(sqlite3.IntegrityError, match="ck_done_something_changed"):
            row(raw, "done", id=2, first=2, last=1, **action)
        kept = raw.execute("SELECT name FROM done").fetchall()
    assert kept == [("booking of Oak",)]


def test_workers_are_told_of_moves_from_then_on(second: Path) -> None:
    run.upgrade(second)

    was = {"was_starts": "2026-11-26 15:00", "was_ends": "2026-11-26 16:00"}
    now = {"starts": "2026-11-26 16:00", "ends": "2026-11-26 15:00"}
    with (
        closing(sqlite3.connect(second)) as raw,
        pytest.raises(sqlite3.IntegrityError, match="ck_notice_ends_after_it_starts"),
    ):
        row(raw, "notice", id=1, **was, **now)


def test_what_follows_from_the_links_is_worked_out(second: Path) -> None:
    with closing(sqlite3.connect(second)) as raw:
        for name in ("insert", "update", "delete"):  # the guards of today
            raw.execute(f"DROP TRIGGER tr_tie_{name}")
        for id_ in (1, 2):
            row(raw, "case", id=id_, uuid=id_, reference=f"WA-{id_}", kind="child")
        pair = {"first_id": 1, "second_id": 2}
        row(raw, "separation", id=1, kind="family", since="2026-01-01", **pair)
        raw.commit()

    run.upgrade(second)

    with closing(sqlite3.connect(second)) as raw:
        kept = raw.execute("SELECT case_id, kind, other_id, until FROM tie").fetchall()
    assert kept == [(1, "family", 2, "9999-12-31"), (2, "family", 1, "9999-12-31")]


def test_scenarios_are_kept_from_then_on_once_under_a_name(third: Path) -> None:
    with closing(sqlite3.connect(third)) as raw:
        row(raw, "staff", id=1, login="manager.01", role="manager")
        raw.commit()

    run.upgrade(third)

    kept = {"name": "Two rooms in Runcorn", "said": "{}", "made_by": 1}
    with closing(sqlite3.connect(third)) as raw:
        row(raw, "scenario", id=1, **kept)
        with pytest.raises(sqlite3.IntegrityError, match=r"scenario\.made_by"):
            row(raw, "scenario", id=2, **kept)
        logins = raw.execute("SELECT login FROM staff").fetchall()
    assert logins == [("manager.01",)]
