"""A server that is slow, gone, or gone with the answer."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import func, select, text

from tests.relay import Relay, relayed
from tests.server import Kept
from venues.database.models import Setting
from venues.database.session import Database
from venues.errors import Busy, Lost

NAME = "relay"


@pytest.fixture
def wired(shared_world: Kept) -> Iterator[tuple[Relay, Database]]:
    """The small world at the other end of a wire."""
    with (
        tempfile.TemporaryDirectory(prefix="wire-") as folder,  # a short name
        relayed(shared_world.reset(), Path(folder)) as (relay, address),
    ):
        database = Database.open(address)
        yield relay, database
        database.close()


def add(database: Database) -> None:
    with database.write() as session:
        session.add(Setting(name=NAME, value="on"))


def there(database: Database) -> int:
    with database.read() as session:
        found = select(func.count()).where(Setting.name == NAME)
        return session.execute(found).scalar_one()


def test_company_is_asked_while_the_server_takes_its_time(
    wired: tuple[Relay, Database],
) -> None:
    _relay, database = wired
    asked: list[float] = []
    database.accompany(lambda waited: asked.append(waited) or True)

    with database.read() as session:
        session.execute(text("SELECT pg_sleep(0.4)"))

    assert len(asked) >= 6
    assert 0.3 < sum(asked) < 2


def test_company_that_does_not_wait_stops_the_server(
    wired: tuple[Relay, Database],
) -> None:
    _relay, database = wired
    began = monotonic()
    database.accompany(lambda _: monotonic() - began < 0.3)

    with pytest.raises(Busy, match="took too long"), database.read() as session:
        session.execute(text("SELECT pg_sleep(30)"))

    assert monotonic() - began < 5
    database.accompany(lambda _: True)
    assert there(database) == 0  # and it can be asked again


def test_a_server_that_is_gone_is_told_at_once_until_it_is_back(
    wired: tuple[Relay, Database],
) -> None:
    relay, database = wired
    assert there(database) == 0
    relay.cut()

    with pytest.raises(Lost, match="stays as it was"):
        there(database)
    with pytest.raises(Lost, match="nothing was saved"):
        add(database)
    database.leave_alone()
    relay.mend()
    with pytest.raises(Lost):
        there(database)

    assert database.reach()
    add(database)
    assert there(database) == 1


def test_a_server_that_went_silent_is_hung_up_on_when_nobody_waits(
    wired: tuple[Relay, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    relay, database = wired
    assert there(database) == 0
    relay.hang = True
    began = monotonic()
    monkeypatch.setattr("venues.database.engines.postgres_waiting.STOPPING", 0.3)
    database.accompany(lambda _: monotonic() - began < 0.2)

    with pytest.raises(Lost):
        there(database)

    assert monotonic() - began < 5


def test_a_change_whose_answer_was_lost_is_asked_for_and_not_made_twice(
    wired: tuple[Relay, Database],
) -> None:
    relay, database = wired
    told: list[frozenset[str]] = []
    database.listen(told.append)
    relay.lose_commit = True

    add(database)

    assert there(database) == 1
    assert told == [frozenset({"setting"})]


def test_a_change_that_nobody_can_be_asked_about_is_said_to_be_unknown(
    wired: tuple[Relay, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    relay, database = wired
    relay.lose_commit = relay.for_good = True
    monkeypatch.setattr(database._kept, "_wait", 0.2)  # noqa: SLF001 - not ten seconds

    with pytest.raises(Lost, match="look whether your change is there"):
        add(database)

    database.accompany(lambda _: True)
    relay.mend()
    assert there(database) == 1
