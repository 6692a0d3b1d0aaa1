"""My next two weeks on the PC, for when the shared database is out of reach."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from tests.venues.services.noon import book
from tests.world import NOW, World
from venues.services import booking_changes, road


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Where they are kept; it need not be there before."""
    return tmp_path / "copies"


def copied(world: World) -> road.Copy:
    with world.database.read() as session:
        return road.look(session, world.practitioner, now=NOW)


def test_my_own_appointments_are_kept_and_read_again(
    world: World, copies: Path
) -> None:
    book(world)
    made = copied(world)

    road.keep(made, copies)

    assert road.kept(made.login, now=NOW, folder=copies) == made
    (stop,) = made.stops
    assert stop.place.startswith("Willow Room, Millbrook")
    (file,) = copies.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_no_case_no_kind_and_no_colleague_is_in_the_file(
    world: World, copies: Path
) -> None:
    book(world)

    road.keep(copied(world), copies)

    (file,) = copies.iterdir()
    said = file.read_text()
    assert world.practitioner.login not in file.name
    for word in ("WA-20417", "SUP", "upervision", "practitioner.05"):
        assert word not in said


def test_what_is_cancelled_or_further_ahead_is_left_out(world: World) -> None:
    booked = book(world)
    with world.database.read() as session:
        sooner = NOW - timedelta(days=14)
        far = road.look(session, world.practitioner, now=sooner)
    assert far.stops == ()

    with world.database.write() as session:
        booking_changes.cancel(
            session, booked, world.practitioner, reason="Not needed", now=NOW
        )

    assert copied(world).stops == ()


def test_what_is_over_is_not_shown_and_an_old_copy_is_thrown_away(
    world: World, copies: Path
) -> None:
    book(world)
    made = copied(world)
    road.keep(made, copies)

    later = road.kept(made.login, now=NOW + timedelta(days=10), folder=copies)
    assert later is not None
    assert later.stops == ()

    assert not road.kept(made.login, now=NOW + timedelta(days=15), folder=copies)
    assert not [*copies.iterdir()]


@pytest.mark.parametrize("said", [b"", b"{}", b'{"made": 1}', b"\xff", b"[]"])
def test_a_file_that_is_none_of_ours_is_no_copy(copies: Path, said: bytes) -> None:
    copies.mkdir()
    (copies / road.NAME.format("a")).write_bytes(said)

    assert road.kept("practitioner.04", now=NOW, folder=copies) is None
