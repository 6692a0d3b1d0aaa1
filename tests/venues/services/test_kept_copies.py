"""Copies are cleaned; one that cannot be goes when it is the program's own and old."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.files import change, garble, leftovers
from tests.venues.aged import Aged, now, rows, stay, utc
from tests.world import World
from venues.database.engines import sqlite
from venues.database.migrations import run
from venues.domain.keeping import Limits
from venues.services import backups, daily_backups, kept_copies

pytestmark = pytest.mark.of_a_file("a server has no copies beside it")

LIMITS = Limits(references=13, links=3, past=24)


def clean(path: Path, *others: Path) -> dict[str, object]:
    return kept_copies.clean(path, others, LIMITS, now().date(), utc())


def age(copy: Path, days: int) -> None:
    moment = (now() - timedelta(days=days)).timestamp()
    os.utime(copy, (moment, moment))


def test_a_backup_keeps_the_time_at_which_it_was_made(world: World) -> None:
    aged = Aged(world)
    aged.case(13)
    copy = backups.back_up(world.database, world.database.path.with_name("Kept.db"))
    age(copy, 400)
    before = copy.stat().st_mtime

    done = clean(world.database.path, copy)

    assert (done["cleaned"], done["left"]) == (1, [])
    assert copy.stat().st_mtime == before
    assert "Kept.db" not in stay(world.database.path, *aged.references)
    assert backups.inspect(copy).bookings == 1


@pytest.mark.parametrize(("days", "deleted"), [(20, 0), (40, 1)])
def test_a_copy_that_cannot_be_cleaned_is_deleted_after_a_month(
    world: World, days: int, deleted: int
) -> None:
    path = world.database.path
    copy = path.with_name("Venues-before-restore-20260101-090000.sqlite")
    garble(copy)
    shutil.copy(copy, f"{copy}-wal")
    age(copy, days)

    assert clean(path)["deleted"] == deleted
    assert copy.exists() is not bool(deleted)
    assert Path(f"{copy}-wal").exists() is not bool(deleted)


def test_somebodys_own_backup_is_never_deleted_but_named(world: World) -> None:
    path = world.database.path
    copy = path.with_name("Venues 2020-01-01 0900.sqlite")
    garble(copy)
    age(copy, 2000)

    assert clean(path, path.with_name("gone.sqlite"), path)["left"] == [copy.name]
    assert copy.exists()


def test_what_an_interrupted_copy_left_goes_on_the_next_day(world: World) -> None:
    path = world.database.path
    old, young = (path.with_name(f".Venues.sqlite.{n}.new") for n in (1, 2))
    for draft in (old, young):
        garble(draft)
    age(old, 2)

    clean(path)

    assert not leftovers(path.parent) & {old.name}
    assert young.exists()


def test_a_name_with_a_star_means_itself(world: World, tmp_path: Path) -> None:
    other = tmp_path / "Ven-before-1.sqlite"
    garble(other)
    age(other, 400)

    clean(tmp_path / "V*[a].sqlite")

    assert other.exists()


def test_a_copy_as_an_earlier_venues_made_it_is_cleaned_too(
    world: World, tmp_path: Path
) -> None:
    steps = tmp_path / "steps"
    shutil.copytree(run.STEPS, steps)
    for later in (steps / "versions").glob("000[2-9]_*.py"):
        later.unlink()
    copy = world.database.path.with_name("Venues-before-1.sqlite")
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    run._migrate(copy, steps)  # noqa: SLF001 - the only way to stop half-way
    change(
        copy,
        "PRAGMA user_version = 1",
        'INSERT INTO "case" (id, uuid, reference, kind, sector, needs, two_workers, '
        "in_education, confirmed, confirmed_on, confirmed_by_role, on_hold, version) "
        "VALUES (1, 'a', 'ZZ-70001', 'child', 'WA2 9', '[]', 0, 1, 1, '2020-01-01', "
        "'', 0, 1)",
    )

    assert clean(world.database.path)["cleaned"] == 1

    assert stay(copy, "ZZ-70001", "WA2 9") == {}
    assert rows(copy, 'SELECT id, reference FROM "case"') == [(1, None)]
    assert sqlite.version(copy) == 1


def test_what_cannot_be_deleted_is_not_counted(world: World) -> None:
    folder = world.database.path.with_name(".Venues.sqlite.1.new")
    folder.mkdir()
    age(folder, 2)

    assert clean(world.database.path)["deleted"] == 0


def test_daily_backups_are_cleaned_and_go_when_they_cannot_be(world: World) -> None:
    aged = Aged(world)
    aged.case(13)
    path = world.database.path
    made = daily_backups.make(world.database, now())
    bad = made.with_name(f"{path.stem} 2026-01-01 0900.sqlite")
    garble(bad)
    age(bad, 40)

    done = clean(path)

    assert (done["cleaned"], done["deleted"], done["left"]) == (1, 1, [])
    assert not any(
        reference.encode() in made.read_bytes() for reference in aged.references
    )
