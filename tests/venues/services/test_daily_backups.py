"""A backup a day by itself, read back, and no more of them than are of use."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests import files
from tests.files import dump, leftovers
from venues.database.session import Database
from venues.errors import CannotOpen
from venues.services import backups, daily_backups

pytestmark = pytest.mark.of_a_file("a server is backed up where it is")

NOW = datetime(2026, 11, 27, 8, 2)


def names(path: Path) -> list[str]:
    return [copy.path.name for copy in daily_backups.own(path)]


def test_the_first_of_a_day_makes_one_and_the_others_none(full: Database) -> None:
    first = daily_backups.run(full, NOW)
    again = daily_backups.run(full, NOW + timedelta(hours=8))
    next_day = daily_backups.run(full, NOW + timedelta(days=1))

    assert (
        first == full.path.parent / "venues backups" / "venues 2026-11-27 0802.sqlite"
    )
    assert again is None
    assert next_day is not None
    assert dump(first) == dump(full.path)
    assert names(full.path) == [next_day.name, first.name]


def test_only_their_owner_may_look_at_them(full: Database) -> None:
    made = daily_backups.make(full, NOW)

    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700


def test_seven_days_four_weeks_and_twelve_months_stay(full: Database) -> None:
    made = daily_backups.make(full, NOW)
    content = made.read_bytes()
    for back in range(1, 400):
        day = NOW - timedelta(days=back)
        (made.parent / f"venues {day:%Y-%m-%d %H%M}.sqlite").write_bytes(content)
    letter = made.parent / "venues of ours.sqlite"
    letter.write_text("not a backup of ours")

    daily_backups.make(full, NOW + timedelta(hours=1))

    kept = {copy.made.date() for copy in daily_backups.own(full.path)}
    assert len(daily_backups.own(full.path)) == 20
    assert {date(2026, 11, 21), date(2026, 11, 22), date(2026, 10, 31)} <= kept
    assert date(2026, 11, 19) not in kept
    assert letter.exists()


def test_by_a_clock_that_was_set_back_the_newest_still_stays(full: Database) -> None:
    for back in range(9):
        daily_backups.make(full, NOW - timedelta(days=back))

    early = daily_backups.make(full, datetime(2020, 1, 1, 9))

    assert early.exists()
    assert "venues 2026-11-27 0802.sqlite" in names(full.path)


def test_a_damaged_database_gives_none_and_the_older_ones_stay(full: Database) -> None:
    made = daily_backups.make(full, NOW)
    full.close()
    files.spoil_list(full.path)

    with pytest.raises(CannotOpen, match="did not pass its check"):
        daily_backups.run(full, NOW + timedelta(days=1))

    assert leftovers(made.parent) == {made.name}


def test_a_folder_that_cannot_be_made_is_told(full: Database) -> None:
    daily_backups.folder(full.path).write_text("in the way")

    with pytest.raises(CannotOpen, match="cannot be made, so no backup was made"):
        daily_backups.run(full, NOW)


def test_what_updates_and_restores_kept_can_be_put_back_too(full: Database) -> None:
    made = daily_backups.make(full, NOW)
    full.close()
    kept = backups.restore(full.path, made, now=NOW)
    update = full.path.with_name("venues-before-2.db")
    update.write_bytes(made.read_bytes())

    found = {copy.path.name: copy.what for copy in daily_backups.every(full.path)}

    assert kept is not None
    assert found == {
        made.name: "Backup",
        kept.name: "Kept before a restore",
        update.name: "Kept before an update",
    }
    assert daily_backups.every(full.path.with_name("none") / "other.db") == ()
