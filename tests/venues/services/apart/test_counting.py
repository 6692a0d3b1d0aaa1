"""What is asked across people on a server is counted, and shown to managers."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime

import psycopg
import pytest

from tests.server import Server
from tests.world import LOGINS, TODAY, World
from venues.database.session import Database
from venues.errors import NotAllowed
from venues.services import cases
from venues.services.apart import counting


@pytest.mark.of_a_server
def test_whoever_guesses_references_stands_first(world: World, server: Server) -> None:
    with closing(psycopg.connect(world.database.place.words, autocommit=True)) as raw:  # type: ignore[union-attr]
        for number in range(1, len(LOGINS) + 1):  # they go on from test to test
            for name in ("asked", "most"):
                raw.execute(f"SELECT setval('venues_counts.{name}_{number}', 1)")
    for viewer, tries in ((world.practitioner, 1), (world.colleague, 30)):
        database = Database.open(server.address("world", viewer.login))
        for number in range(tries):
            with database.read() as session:
                cases.look_up(session, f"WA-{30_000 + number}", viewer, TODAY)
        database.close()

    database = Database.open(server.address("world", "manager.01"))
    with database.read() as session:
        found = counting.questions(session, world.manager)
    database.close()

    assert found is not None
    day = datetime.now(UTC).date()
    assert [(each.who, each.asked, each.most) for each in found[:2]] == [
        ("Practitioner 05", 30, 30),
        ("Practitioner 04", 1, 1),
    ]
    assert abs((found[0].last - day).days) <= 1
    assert isinstance(found[0].most_on, date)


@pytest.mark.of_a_file("nobody signs in there")
def test_in_a_file_nothing_is_counted(world: World) -> None:
    with world.database.read() as session:
        assert counting.questions(session, world.manager) is None


def test_nobody_else_sees_it(world: World) -> None:
    with world.database.read() as session, pytest.raises(NotAllowed):
        counting.questions(session, world.coordinator)
