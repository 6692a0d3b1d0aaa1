"""What the file itself promises, whoever writes to it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from venues.database.engines import sqlite
from venues.database.session import Database
from venues.errors import Busy


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("synchronous", 2),  # FULL
        ("secure_delete", 1),
        ("temp_store", 2),  # MEMORY: nothing of a case in a file of its own
        ("journal_mode", "wal"),
        ("application_id", sqlite.APPLICATION_ID),
        ("user_version", sqlite.SCHEMA),
    ],
)
def test_each_connection_keeps_the_promises_of_the_engine(
    blank: Database, pragma: str, value: object
) -> None:
    with blank.read() as first, blank.read() as second, blank.write() as third:
        found = [
            session.scalar(text(f"PRAGMA {pragma}"))
            for session in (first, second, third)
        ]

    assert found == [value] * 3


def test_what_is_removed_cannot_be_read_from_the_file_afterwards(
    blank_file: Path,
) -> None:
    database = Database.open(blank_file)
    with database.write() as session:
        session.execute(text("INSERT INTO setting VALUES ('a', 'canary-71')"))
    with database.write() as session:
        session.execute(text("DELETE FROM setting"))

    database.close()

    assert b"canary-71" not in blank_file.read_bytes()


def test_a_reader_sees_one_moment_while_another_writes(full: Database) -> None:
    count = text("SELECT count(*) FROM hold")

    with full.read() as reading:
        before = reading.scalar(count)
        with full.write() as writing:
            writing.execute(text("DELETE FROM hold"))
        meanwhile = reading.scalar(count)
    with full.read() as reading:
        after = reading.scalar(count)

    assert (before, meanwhile, after) == (1, 1, 0)


def test_waiting_for_ones_turn_leaves_the_connection_as_patient_as_it_was(
    full_file: Path,
) -> None:
    hurried = Database(full_file, wait=0.2)
    patience = text("PRAGMA busy_timeout")

    with hurried.write() as session:
        session.execute(text("DELETE FROM hold"))
    with hurried.read() as session:
        after_success = session.scalar(patience)
    with closing(sqlite3.connect(full_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy), hurried.write() as session:
            session.execute(text("DELETE FROM hold"))
    with hurried.read() as session:
        after_failure = session.scalar(patience)
    hurried.close()

    assert (after_success, after_failure) == (200, 200)


def test_a_writer_goes_on_once_the_other_is_done(full_file: Path) -> None:
    patient = Database(full_file)
    with closing(
        sqlite3.connect(full_file, isolation_level=None, check_same_thread=False)
    ) as other:
        other.execute("BEGIN IMMEDIATE")
        done = threading.Timer(sqlite.TURN * 3 / 1000, other.execute, ["COMMIT"])
        done.start()
        with patient.write() as session:
            session.execute(text("DELETE FROM hold"))
        done.join()

    with patient.read() as session:
        assert session.scalar(text("SELECT count(*) FROM hold")) == 0
    patient.close()
