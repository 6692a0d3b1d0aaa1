"""What another PC changed is heard, by the names of the tables alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import psycopg
import pytest
from sqlalchemy import update

from tests.relay import relayed
from tests.server import Kept
from venues.address import Address
from venues.database.engines import Heard, postgres_pulse
from venues.database.engines.postgres_pulse import Listening
from venues.database.models import Base, Case, Setting, Venue
from venues.database.session import Database


@pytest.fixture
def address(shared_world: Kept) -> Address:
    return shared_world.reset()


@pytest.fixture
def here(address: Address) -> Iterator[Database]:
    database = Database.open(address)
    yield database
    database.close()


@pytest.fixture
def elsewhere(address: Address) -> Iterator[Database]:
    """The same on another PC."""
    database = Database.open(address)
    yield database
    database.close()


def heard(pulse: Heard) -> frozenset[str]:
    """What is heard once it has come, which takes a moment."""
    until = monotonic() + 5
    while not (found := pulse.look()) and monotonic() < until:
        pass
    return found


def save(database: Database) -> None:
    with database.write() as session:
        session.add(Setting(name="heard", value="yes"))


def test_another_pc_is_heard_and_ourselves_are_not(
    here: Database, elsewhere: Database
) -> None:
    pulse = here.pulse()
    assert pulse is not None

    save(elsewhere)

    assert heard(pulse) == {"setting"}
    with here.write() as session:
        session.add(Setting(name="mine", value="yes"))
    with elsewhere.write() as session:
        session.add(Setting(name="theirs", value="yes"))
        session.execute(update(Venue).values(town="Runcorn"))
    assert heard(pulse) == {"setting", "venue"}  # theirs came after ours, alone
    pulse.close()


def test_what_was_refused_is_never_heard_of(
    here: Database, elsewhere: Database
) -> None:
    pulse = here.pulse()
    assert pulse is not None

    with pytest.raises(RuntimeError), elsewhere.write() as session:
        session.add(Setting(name="heard", value="yes"))
        raise RuntimeError
    with elsewhere.write() as session:
        session.execute(update(Venue).values(town="Runcorn"))

    assert heard(pulse) == {"venue"}
    pulse.close()


def test_what_is_about_a_case_is_told_as_a_change_of_bookings(
    here: Database, elsewhere: Database, address: Address
) -> None:
    pulse = here.pulse()
    assert pulse is not None
    with psycopg.connect(address.words, autocommit=True) as plain:
        plain.execute(f"LISTEN {postgres_pulse.CHANNEL}")
        with elsewhere.write() as session:
            case = session.get(Case, 1)
            assert case is not None
            case.two_workers = not case.two_workers
        (note,) = plain.notifies(timeout=1, stop_after=1)

    assert note.payload.partition(":")[2] == "booking"
    assert {"booking", "case", "review"} <= heard(pulse)
    pulse.close()


def test_after_a_lost_connection_anything_may_have_changed(address: Address) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="wire-") as folder,  # a short name
        relayed(address, Path(folder)) as (relay, wired),
    ):
        pulse = Listening(lambda: psycopg.connect(wired.words), "me")
        assert pulse.look() == frozenset()
        relay.cut()
        relay.mend()

        assert heard(pulse) == frozenset(Base.metadata.tables)
        assert pulse.look() == frozenset()
        pulse.close()


def test_a_quiet_table_is_a_table() -> None:
    assert set(Base.metadata.tables) >= postgres_pulse.QUIET
