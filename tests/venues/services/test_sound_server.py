"""A shared database whose guards are gone or asleep is found out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from tests import around
from tests.server import Server
from venues.database.session import Database
from venues.services import checks

NOW = datetime(2026, 11, 26, 15)
SAID = (
    "The guards against double booking and rewriting are not as they should be. Ask "
    "whoever looks after the server to prepare it again: shared create."
)


@pytest.fixture
def fresh(server: Server) -> Iterator[Database]:
    """A database of its own, since its guards are going to be harmed."""
    address = server.create("harmed")
    database = Database.open(address)
    yield database
    database.close()
    server.drop(address)


def test_a_new_one_is_sound(fresh: Database) -> None:
    assert checks.check(fresh, now=NOW).problems == ()


@pytest.mark.parametrize(
    "harm",
    [
        "ALTER TABLE hold DROP CONSTRAINT tr_hold_no_overlap",
        "DROP TRIGGER tr_history_kept_update ON history",
        "ALTER TABLE look DISABLE TRIGGER tr_look_kept_delete",
        """CREATE OR REPLACE FUNCTION tr_kept_past() RETURNS trigger
        LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$""",
    ],
)
def test_each_harm_is_found(fresh: Database, harm: str) -> None:
    around.change(fresh, harm)

    assert checks.check(fresh, now=NOW).problems == (SAID,)
