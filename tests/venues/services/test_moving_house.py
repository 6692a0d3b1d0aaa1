"""A file into a server and back: the same rows, all of them or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from tests.files import change, dump, leftovers, make_newer, make_older, spoil_rows
from tests.server import Server
from tests.world import NOW, World
from venues.address import Address
from venues.database import transfer
from venues.database.engines import postgres_logins, sqlite
from venues.database.migrations import shared
from venues.database.models import Booking
from venues.database.session import Database
from venues.domain.people import Role
from venues.errors import CannotOpen, NotAllowed, WrongInput
from venues.services import bookings, checks, moving_house

pytestmark = pytest.mark.of_a_file("it has both at once")


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    """A shared database that was only prepared."""
    address = server.address("office")
    shared.create(address)
    yield address
    server.drop(address)


def rows(path: Path) -> transfer.Summary:
    with sqlite.engine(path).connect() as connection:
        return transfer.summary(connection)


def test_all_of_a_file_arrives_and_comes_back_the_same(
    full: Database, address: Address, tmp_path: Path
) -> None:
    there = rows(full.path)
    steps: list[tuple[int, int]] = []

    moved = moving_house.bring_in(
        full.path, address, lambda done, total: steps.append((done, total))
    )
    again = moving_house.bring_in(full.path, address)
    back = tmp_path / "back.sqlite"
    out = moving_house.take_out(address, back)
    once_more = moving_house.take_out(address, back)

    assert moved.rows == {name: number for name, (number, _) in there.items()}
    assert min(moved.rows.values()) >= 1
    assert (moved.already, again.already) == (False, True)
    assert (out.already, once_more.already) == (False, True)
    assert steps[-1][0] == steps[-1][1] == sum(moved.rows.values())
    assert rows(back) == there
    assert back.stat().st_mode & 0o777 == 0o600
    assert {line for line in dump(back) if "TRIGGER" in line} == {
        line for line in dump(full.path) if "TRIGGER" in line
    }
    assert not {name for name in leftovers(tmp_path) if name.startswith(".")}


def test_work_goes_on_there_with_numbers_that_nobody_had(
    world: World, address: Address
) -> None:
    with world.database.write() as session:
        booked = bookings.book(session, world.request(), world.practitioner, now=NOW)
    moving_house.bring_in(world.database.path, address)

    there = Database.open(address)
    with there.write() as session:
        second = bookings.book(
            session, world.request(hour=11), world.practitioner, now=NOW
        )
        numbers = session.scalars(select(Booking.reference).order_by(Booking.id)).all()
    report = checks.check(there, now=NOW)
    there.close()

    assert second.id > booked.id
    assert len(set(numbers)) == 2
    assert report.ok


def test_what_is_in_use_already_is_left_alone(
    full: Database, address: Address, blank_file: Path
) -> None:
    moving_house.bring_in(full.path, address)
    change(full.path, "UPDATE venue SET name = 'Another' WHERE id = 1")

    with pytest.raises(NotAllowed, match="office holds something else already"):
        moving_house.bring_in(full.path, address)

    assert blank_file.exists()


def test_a_row_that_does_not_arrive_leaves_everything_as_it_was(
    full: Database, address: Address
) -> None:
    with psycopg.connect(address.words, autocommit=True) as raw:
        raw.execute("CREATE RULE lost AS ON INSERT TO notice DO INSTEAD NOTHING")

    with pytest.raises(CannotOpen, match="What arrived is not what was sent"):
        moving_house.bring_in(full.path, address)

    with psycopg.connect(address.words, autocommit=True) as raw:
        assert raw.execute("SELECT count(*) FROM booking").fetchone() == (0,)
        raw.execute("DROP RULE lost ON notice")
    assert not moving_house.bring_in(full.path, address).already


def test_an_older_file_is_brought_up_to_date_in_a_copy(
    full: Database, address: Address
) -> None:
    full.close()
    make_older(full.path)
    before = full.path.read_bytes()

    moving_house.bring_in(full.path, address)

    assert full.path.read_bytes() == before


def test_a_file_that_is_no_good_is_refused_in_words(
    full: Database, address: Address, tmp_path: Path
) -> None:
    full.close()
    newer, bad = tmp_path / "newer.db", tmp_path / "bad.db"
    for path in (newer, bad):
        shutil.copy(full.path, path)
    make_newer(newer)
    spoil_rows(bad)

    with pytest.raises(CannotOpen, match="newer Venues"):
        moving_house.bring_in(newer, address)
    with pytest.raises(CannotOpen, match="is damaged, so nothing was brought in"):
        moving_house.bring_in(bad, address)


def test_nothing_of_somebody_elses_is_written_over(
    full: Database, address: Address, tmp_path: Path
) -> None:
    moving_house.bring_in(full.path, address)
    change(full.path, "UPDATE venue SET name = 'Another' WHERE id = 1")

    with pytest.raises(WrongInput, match="holds something else"):
        moving_house.take_out(address, full.path)
    with pytest.raises(WrongInput, match="Name a file in a folder that is there"):
        moving_house.take_out(address, tmp_path / "no" / "file.sqlite")


def test_a_server_that_cannot_be_reached_is_said(
    full: Database, tmp_path: Path
) -> None:
    nowhere = Address(f"postgresql:///office?host={tmp_path}")

    for work in (
        lambda: moving_house.bring_in(full.path, nowhere),
        lambda: moving_house.take_out(nowhere, tmp_path / "back.sqlite"),
    ):
        with pytest.raises(CannotOpen, match="Nothing answers at this PC"):
            work()
    assert not (tmp_path / "back.sqlite").exists()


FORCED = "SELECT count(*) FROM pg_class WHERE relforcerowsecurity"


@pytest.fixture
def guarded(address: Address) -> Iterator[Address]:
    """The same, with somebody who looks after it, and a manager who only signs in."""
    postgres_logins.enter(address, "reader", Role.MANAGER, 1)
    with psycopg.connect(address.words, autocommit=True) as raw:
        raw.execute("CREATE ROLE keeper LOGIN IN ROLE venues_owner")
        yield address
        for role in (b"keeper", b"reader"):
            raw.execute(b"DROP OWNED BY " + role)
            raw.execute(b"DROP ROLE " + role)


def test_it_arrives_whole_though_the_server_keeps_rows_from_its_owner(
    full: Database, guarded: Address
) -> None:
    keeper = Address(guarded.words.replace("venues@", "keeper@"))
    with psycopg.connect(guarded.words) as raw:
        before = raw.execute(FORCED).fetchone()

    moved = moving_house.bring_in(full.path, keeper)
    again = moving_house.bring_in(full.path, keeper)

    assert moved.rows["booking"] == 1
    assert again.already
    assert before != (0,)
    with psycopg.connect(guarded.words) as raw:
        assert raw.execute("SELECT count(*) FROM booking").fetchone() == (1,)
        assert raw.execute(FORCED).fetchone() == before


def test_nothing_is_taken_out_where_something_would_be_missing(
    full: Database, guarded: Address, tmp_path: Path
) -> None:
    moving_house.bring_in(full.path, guarded)
    reader = Address(guarded.words.replace("venues@", "reader@"))

    with pytest.raises(NotAllowed, match="Your sign-in may not read all of office"):
        moving_house.take_out(reader, tmp_path / "back.sqlite")
    with pytest.raises(NotAllowed, match="You may not fill office"):
        moving_house.bring_in(full.path, reader)

    assert not (tmp_path / "back.sqlite").exists()
