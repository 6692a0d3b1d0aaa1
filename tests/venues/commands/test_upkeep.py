"""``sample``, ``check``, ``backup`` and ``restore``, and what cannot be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from tests.venues.aged import Aged, now, stay
from venues.database.models import Condition
from venues.domain.period import Period
from venues.services import bookings, settings

Command = Callable[..., Any]
SUNDAY = 6


def test_sample_fills_a_new_file_and_refuses_a_full_one(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "new.sqlite"

    first = command("sample", "--seed", "2", "--json", data=path)
    second = command("sample", data=path)

    assert first.code == 0
    assert first.json["venues"] >= 55
    assert second.code == 1
    assert second.err.count("\n") == 1


def test_sample_data_is_taken_away_again(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    command("sample", data=path)

    said = command("sample", "--remove", "--json", data=path)
    again = command("sample", "--remove", data=path)

    assert (said.code, said.json["removed"]) == (0, True)
    assert Path(said.json["kept"]).exists()
    assert again.code == 1
    assert "holds no sample data" in again.err


def test_check_says_that_it_is_sound(command: Command) -> None:
    said = command("check", "--json")

    assert (said.code, said.json["ok"], said.json["problems"]) == (0, True, [])


def test_check_names_what_is_wrong(command: Command, world: Any) -> None:
    command(
        "book",
        *("--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
        *("--for", "child", "--room", "1"),
    )
    with sqlite3.connect(world.database.path) as raw:
        raw.execute("DELETE FROM hold")

    said = command("check")

    assert said.code == 1
    assert "B-10001" in said.err


def test_a_backup_can_be_restored(command: Command, tmp_path: Path, world: Any) -> None:
    copy = tmp_path / "copy.sqlite"
    world.database.close()
    assert command("backup", str(copy)).code == 0

    said = command("restore", str(copy), "--json")

    assert said.code == 0
    assert Path(said.json["kept"]).exists()
    assert command("check").code == 0


def test_backups_beside_the_database_are_listed_with_what_is_in_them(
    command: Command, world: Any
) -> None:
    world.database.close()
    none = command("backups")
    made = command("backup", "--json")
    Path(made.json["backup"]).with_name("Venues 2026-11-20 0900.sqlite").touch()

    said, told = command("backups"), command("backups", "--json")

    assert none.out == "There are no backups of Venues.sqlite beside it yet.\n"
    assert [row["bookings"] for row in told.json["backups"]] == [0, None]
    good, bad = said.out.splitlines()
    assert good.startswith("Mon 23 Nov 2026 8:00am  Backup: 0 bookings  ")
    assert "is empty (0 bytes)" in bad


def _nothing(path: Path) -> None:
    path.touch()


def _garbage(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 100)


def _another_programs(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE songs (id INTEGER)")


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA application_id = {0x56454E55}")
        raw.execute("CREATE TABLE later (id INTEGER)")
        raw.execute("PRAGMA user_version = 999")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (None, "There is no database"),
        (_nothing, "is empty (0 bytes)"),
        (_garbage, "is not a Venues database"),
        (_another_programs, "belongs to another program"),
        (_newer, "newer Venues"),
    ],
    ids=["missing", "empty", "garbage", "another program's", "newer"],
)
def test_a_database_that_cannot_be_used_is_exit_3_and_stays_as_it_was(
    command: Command, tmp_path: Path, spoil: Any, words: str
) -> None:
    path = tmp_path / "odd.sqlite"
    if spoil:
        spoil(path)
    before = path.read_bytes() if path.exists() else None

    said = command("check", data=path)

    assert said.code == 3
    assert words in said.err
    assert said.err.count("\n") == 1
    assert (path.read_bytes() if path.exists() else None) == before


def test_what_is_kept_no_longer_goes_once_a_day(command: Command) -> None:
    first = command("retain", "--json", now=now())
    again = command("retain", now=now())

    assert (first.code, first.json["done"], first.json["references"]) == (0, True, 0)
    assert again.out == "That was done already today.\n"


def test_what_is_provisional_too_long_is_released_by_it(
    command: Command, world: Any
) -> None:
    at = datetime.combine(now().date() + timedelta(days=2), time(15))
    at += timedelta(days=at.weekday() == SUNDAY)
    wanted = world.request(references=(), period=Period.lasting(at, 60))
    with world.database.write() as session:
        settings.save(session, world.manager, {"provisional_due": "release"})
        bookings.book(session, wanted, world.practitioner, now=now())
        session.execute(update(Condition).values(due=now().date() - timedelta(days=1)))

    said = command("retain", now=now())

    assert said.out.splitlines()[-1] == "1 provisional booking released."


def test_nothing_goes_by_a_clock_that_is_wrong(
    command: Command, tmp_path: Path, world: Any
) -> None:
    early = datetime(2020, 1, 1, 8)
    world.database.close()
    copy = str(tmp_path / "copy.sqlite")
    command("backup", "--to", copy)

    said = command("retain", now=early)
    restored = command("restore", copy, now=early)

    assert said.code == 1
    assert said.err.startswith("This PC's clock says Wednesday 1 January 2020, but ")
    assert restored.code == 0
    assert "This PC's clock says" in restored.out


def test_a_backup_that_is_put_back_loses_what_had_to_go(
    command: Command, tmp_path: Path, world: Any
) -> None:
    aged = Aged(world)
    aged.case(13)
    world.database.close()
    copy = tmp_path / "copy.sqlite"
    command("backup", str(copy))

    said = command("restore", str(copy), now=now())

    assert "1 reference removed." in said.out
    assert stay(world.database.path, *aged.references).keys() == {"copy.sqlite"}
