"""People who sign in at a server by themselves, at a database full of one's rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import psycopg
import pytest
from sqlalchemy import text, update

from tests.server import Kept, Server
from tests.venues.database import rows
from venues.database import keys
from venues.database.engines import postgres_logins
from venues.database.models import Acting, Staff
from venues.database.session import Database
from venues.domain.people import Role

OWN, OTHER, VICTIM = "practitioner.01", "practitioner.02", "victim.01"
COORDINATOR, MANAGER, BOARD = "coordinator.01", "manager.01", "board.01"
PEOPLE = {
    OWN: (1, Role.PRACTITIONER),
    OTHER: (3, Role.PRACTITIONER),
    VICTIM: (4, Role.VICTIM_WORKER),
    COORDINATOR: (2, Role.COORDINATOR),
    MANAGER: (5, Role.MANAGER),
    BOARD: (6, Role.BOARD),
}
"""Login → id and role. What there is one of in each table is the first one's."""

Raw = psycopg.Connection[Any]
SignIn = Callable[[str], Raw]


@pytest.fixture(scope="session")
def peopled(server: Server) -> Kept:
    """One row in every table, and a login for each of the people."""
    address = server.create("peopled")
    database = Database.open(address)
    with database.write() as session:
        rows.fill(session)
        keys.catch_up(session)
        session.execute(text("SET LOCAL session_replication_role = replica"))
        session.execute(update(Acting).values(since=rows.LONG_AGO))
        session.add_all(
            Staff(id=id_, login=login, name=login, role=role.value)
            for login, (id_, role) in PEOPLE.items()
            if id_ > len(rows.ROWS["staff"])
        )
        session.flush()
        keys.catch_up(session)
    database.close()
    for login, (id_, role) in PEOPLE.items():
        postgres_logins.enter(address, login, role, id_)
    return server.keep(address)


@pytest.fixture
def sign_in(server: Server, peopled: Kept) -> Iterator[SignIn]:
    """Signs somebody in with a plain client, at the database as it was made."""
    name = peopled.reset().name
    with ExitStack() as opened:

        def signed(login: str) -> Raw:
            words = server.address(name, login).words
            raw: Raw = psycopg.connect(words, autocommit=True)
            return opened.enter_context(closing(raw))

        yield signed


@pytest.fixture
def keeper(sign_in: SignIn) -> Raw:
    """Whoever looks after the server."""
    return sign_in("venues")
