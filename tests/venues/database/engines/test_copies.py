"""Copies hold one moment, are for their owner, and are read back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.files import change, spoil_rows
from venues.database.engines import copies
from venues.database.session import Database


def test_a_copy_is_of_one_moment_though_others_write_between_its_steps(
    full_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    writer = Database.open(full_file)
    steps: list[tuple[int, int]] = []

    def write_on(done: int, total: int) -> None:
        steps.append((done, total))
        with writer.write() as session:
            session.execute(text("DELETE FROM hold"))

    with closing(sqlite3.connect(full_file)) as source:
        copies.copy(source, copy, write_on)
    writer.close()

    with closing(sqlite3.connect(copy)) as copied:
        assert copied.execute("SELECT count(*) FROM hold").fetchone() == (1,)
    assert steps[-1][0] == steps[-1][1] > 0


def test_a_copy_is_for_its_owner_only_and_replaces_nothing(
    full_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"

    with closing(sqlite3.connect(full_file)) as source:
        copies.copy(source, copy)

    assert copy.stat().st_mode & 0o777 == 0o600
    with (
        closing(sqlite3.connect(full_file)) as source,
        pytest.raises(FileExistsError),
    ):
        copies.copy(source, copy)


def test_a_copy_that_lost_a_row_or_a_page_is_not_the_same(
    full_file: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(full_file)) as source:
        whole, less, bad = (tmp_path / name for name in ("a.db", "b.db", "c.db"))
        copies.copy(source, whole)
        for target in (less, bad):
            shutil.copy(whole, target)
        change(less, "DELETE FROM hold")
        spoil_rows(bad, "hold")

        assert copies.is_same(source, whole)
        assert not copies.is_same(source, less)
        assert not copies.is_same(source, bad)
