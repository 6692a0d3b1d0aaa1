"""What the program keeps is for the user alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from venues import paths, private
from venues.database.session import Database
from venues.domain.people import Role
from venues.services import starting
from venues.services.staffing import StaffDraft

TODAY = date(2026, 11, 23)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_database_and_its_folder_are_for_their_owner(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "Venues.sqlite"
    person = StaffDraft(login="me", name="Me", role=Role.MANAGER)
    starting.empty(path, person, TODAY)
    database = Database.open(path)
    with database.write() as session:
        session.connection()

    found = {each.name: mode(each) for each in path.parent.iterdir()}
    database.close()

    assert set(found.values()) == {0o600}
    assert "Venues.sqlite-wal" in found
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_one_in_the_programs_own_folder_is_closed_to_others(
    blank_file: Path,
) -> None:
    path = paths.database()
    private.make_folder(path.parent)
    path.write_bytes(blank_file.read_bytes())
    path.chmod(0o644)
    blank_file.chmod(0o640)

    Database.open(path).close()
    Database.open(blank_file).close()

    assert not private.open_to_others(path)
    assert private.open_to_others(blank_file)
    path.unlink()


def test_what_is_not_there_or_not_ours_is_left(tmp_path: Path) -> None:
    private.keep(tmp_path / "none")

    assert not private.open_to_others(tmp_path / "none")
