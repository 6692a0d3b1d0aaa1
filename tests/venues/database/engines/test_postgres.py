"""Units of work on a server: whose turn it is, and what they see."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier, Event
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, select, text, update

from tests.server import Kept
from tests.world import HALL, OAK, STUDY, WILLOW
from venues.address import Address
from venues.database.engines import postgres, postgres_waiting
from venues.database.models import Setting, Staff, Venue
from venues.database.session import Database
from venues.errors import Busy, CannotOpen, Clash, NotAllowed


@pytest.fixture
def address(shared_world: Kept) -> Address:
    """The small world on a server."""
    return shared_world.reset()


@pytest.fixture
def shared(address: Address) -> Iterator[Database]:
    """The same, opened."""
    database = Database.open(address)
    yield database
    database.close()


@pytest.fixture
def hurried(address: Address) -> Iterator[Database]:
    """The same, opened by somebody who does not wait long."""
    database = Database(address, wait=0.2)
    yield database
    database.close()


def locks(address: Address) -> list[tuple[int, str]]:
    """What our locks are on, and how, at this moment."""
    with closing(psycopg.connect(address.words)) as raw:
        rows = raw.execute(
            "SELECT objid::int, mode FROM pg_locks WHERE locktype = 'advisory' "
            "AND granted AND database = (SELECT oid FROM pg_database "
            "WHERE datname = current_database()) ORDER BY 1"
        ).fetchall()
    return [(number, mode.removesuffix("Lock")) for number, mode in rows]


def test_a_change_of_anything_is_alone(
    shared: Database, hurried: Database, address: Address
) -> None:
    with shared.write():
        assert locks(address) == [(postgres.EVERYTHING, "Exclusive")]

        with pytest.raises(Busy, match="Somebody else is saving"), hurried.write():
            pytest.fail("both are saving")
        with pytest.raises(Busy), hurried.write(room_ids=[STUDY]):
            pytest.fail("both are saving")

    assert locks(address) == []


def test_a_change_of_rooms_has_their_venues_and_all_neighbours(
    shared: Database, address: Address
) -> None:
    with shared.write(room_ids=[STUDY]):
        # the Library, and Millbrook in the same street
        assert locks(address) == [(0, "Share"), (1, "Exclusive"), (2, "Exclusive")]

    assert locks(address) == []


def test_those_who_change_different_streets_need_not_wait(
    shared: Database, hurried: Database
) -> None:
    with shared.write(room_ids=[WILLOW]):
        with hurried.write(room_ids=[HALL]) as session:
            session.add(Setting(name="size", value="12"))
        with pytest.raises(Busy), hurried.write(room_ids=[OAK]):
            pytest.fail("both are in one street")
        with pytest.raises(Busy), hurried.write():
            pytest.fail("both are saving")

    with shared.read() as session:
        assert session.get(Setting, "size") is not None


@pytest.mark.parametrize("rooms", [None, [WILLOW]])
def test_the_turn_is_over_however_the_unit_ends(
    shared: Database, address: Address, rooms: list[int] | None
) -> None:
    with pytest.raises(Clash), shared.write(rooms) as session:
        session.execute(update(Venue).values(rate=-1))
    with pytest.raises(KeyError), shared.write(rooms):
        raise KeyError

    assert locks(address) == []


def test_who_waited_sees_what_the_other_did(shared: Database) -> None:
    """With the lock taken after BEGIN, the second would see the room as it was."""
    begun = Event()

    def first() -> None:
        with shared.write(room_ids=[WILLOW]) as session:
            begun.set()
            session.execute(text("SELECT pg_sleep(0.2)"))
            session.add(Setting(name="clock", value="24"))

    def second() -> str | None:
        begun.wait()
        with shared.write(room_ids=[WILLOW]) as session:
            return session.scalar(select(Setting.value).where(Setting.name == "clock"))

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.submit(first), pool.submit(second)

    one.result()
    assert other.result() == "24"


def test_a_unit_that_was_crossed_begins_anew_and_loses_nothing(
    shared: Database,
) -> None:
    """Each adds one to what it has read, side by side."""
    with shared.write() as session:
        session.add(Setting(name="count", value="0"))
    together = Barrier(4)

    def add_one(room: int) -> int:
        goes = 0

        def work(session: Any) -> None:
            nonlocal goes
            goes += 1
            value = session.scalar(select(Setting.value).where(Setting.name == "count"))
            session.execute(
                update(Setting)
                .where(Setting.name == "count")
                .values(value=str(int(value) + 1))
            )

        for _ in range(5):
            together.wait()
            shared.change(work, [room])
        return goes

    with ThreadPoolExecutor(4) as pool:
        goes = sum(pool.map(add_one, [WILLOW, HALL, WILLOW, HALL]))

    with shared.read() as session:
        assert session.get_one(Setting, "count").value == "20"
    assert goes > 20  # some were crossed


def test_who_is_crossed_time_and_again_waits_to_be_alone(
    shared: Database, address: Address
) -> None:
    held: list[list[tuple[int, str]]] = []

    def work(session: Any) -> str:
        held.append(locks(address))
        if len(held) <= postgres.GOES:
            with closing(psycopg.connect(address.words, autocommit=True)) as other:
                session.execute(select(func.count()).select_from(Staff))
                other.execute("UPDATE staff SET name = name")
                session.execute(update(Staff).values(agency="ours"))
        return "done"

    assert shared.change(work, [HALL]) == "done"
    assert [each[0] for each in held] == [(0, "Share")] * 4 + [(0, "Exclusive")]


def test_reading_sees_one_moment_and_keeps_nobody_waiting(
    shared: Database, hurried: Database
) -> None:
    with shared.read() as reading:
        before = reading.scalar(select(Venue.town).where(Venue.id == 1))
        with hurried.write() as session:
            session.execute(update(Venue).values(town="Elsewhere"))
        after = reading.scalar(select(Venue.town).where(Venue.id == 1))

    assert before == after == "Millbrook"


def test_looking_changes_nothing(shared: Database) -> None:
    with shared.read() as session:
        session.execute(update(Venue).values(town="Elsewhere"))

    with shared.read() as session:
        towns = set(session.scalars(select(Venue.town)))
    assert "Elsewhere" not in towns


def test_a_server_that_was_started_anew_is_found_again(
    shared: Database, address: Address
) -> None:
    with shared.read() as session:
        session.execute(select(Venue.id))
    cut(address)

    with shared.read() as session:
        assert session.scalar(select(func.count()).select_from(Venue)) == 3


def test_a_connection_lost_in_the_middle_is_told(
    shared: Database, address: Address
) -> None:
    with (
        pytest.raises(CannotOpen, match="so nothing was saved"),
        shared.write() as session,
    ):
        session.add(Setting(name="clock", value="24"))
        session.flush()
        cut(address)
        session.add(Setting(name="size", value="12"))

    with shared.write() as session:
        assert session.get(Setting, "clock") is None


def cut(address: Address) -> None:
    """End the program's connections to the database, as a server that stops does."""
    with closing(psycopg.connect(address.words, autocommit=True)) as raw:
        raw.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name = 'Venues'"
        )


def test_what_a_sign_in_may_not_do_is_told(shared: Database, address: Address) -> None:
    with closing(psycopg.connect(address.words, autocommit=True)) as raw:
        raw.execute("DROP ROLE IF EXISTS visitor")
        raw.execute("CREATE ROLE visitor LOGIN")
        raw.execute("GRANT CONNECT ON DATABASE world TO visitor")
    visiting = Database(Address(address.words.replace("venues@", "visitor@")))

    with pytest.raises(NotAllowed, match="does not allow"), visiting.read() as session:
        session.execute(select(Venue.id))

    visiting.close()
    with closing(psycopg.connect(address.words, autocommit=True)) as raw:
        raw.execute("REVOKE CONNECT ON DATABASE world FROM visitor")


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("postgresql://db1/venues", "require"),
        ("postgresql://db1/venues?sslmode=verify-full", "verify-full"),
        ("postgresql://localhost/venues", None),
        ("postgresql:///venues?host=/run/postgresql", None),
        ("postgresql:///venues?service=ours", None),
    ],
)
def test_off_this_machine_the_connection_is_a_safe_one(
    words: str, mode: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    # where the program ends
    monkeypatch.setattr(postgres_waiting, "connect", lambda it, _: given.append(it))

    postgres.connect(Address(words))

    found = psycopg.conninfo.conninfo_to_dict(given[0])
    assert found.get("sslmode") == mode
    assert found["application_name"] == "Venues"
