"""What is known of the server's own backups."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.world import NOW, World
from venues.address import Address
from venues.errors import NotAllowed, WrongInput
from venues.services import server_backups

EARLY = datetime(2026, 11, 23, 2)


def told(world: World) -> str:
    with world.database.read() as session:
        return server_backups.words(server_backups.told(session))


def tell(world: World, when: datetime | None) -> None:
    with world.database.write() as session:
        server_backups.tell(session, world.coordinator, when, now=NOW)


def test_what_was_told_is_said_until_it_is_taken_back(world: World) -> None:
    assert told(world).startswith("Nobody has said yet.")
    tell(world, EARLY.replace(day=22))
    tell(world, EARLY)
    assert told(world) == "Monday 23 November 2026, 2am"
    tell(world, None)
    tell(world, None)
    assert told(world).startswith("Nobody has said yet.")


def test_it_is_told_by_keepers_and_of_the_past(world: World) -> None:
    with world.database.write() as session, pytest.raises(NotAllowed):
        server_backups.tell(session, world.practitioner, EARLY, now=NOW)
    with pytest.raises(WrongInput) as wrong:
        tell(world, NOW.replace(hour=20))

    assert wrong.value.field == "when"


def test_a_dump_wants_a_folder(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_backups, "PLACES", (f"{tmp_path}/*/bin",))
    monkeypatch.setenv("PATH", "")
    for version in (16, 17):
        place = tmp_path / str(version) / "bin"
        place.mkdir(parents=True)
        (place / server_backups.PROGRAM).touch()

    with pytest.raises(WrongInput, match="Name a file in a folder that is there"):
        server_backups.dump(Address("postgresql:///office"), tmp_path / "no" / "a.dump")
    assert server_backups.find() == str(tmp_path / "17" / "bin" / "pg_dump")
