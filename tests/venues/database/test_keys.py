"""The numbers that new rows get, whoever gives them."""

from __future__ import annotations

import pytest

from tests.server import both_engines
from venues.database import keys
from venues.database.models import Setting, Venue
from venues.database.session import Database


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    both_engines(metafunc)


def test_numbers_are_taken_in_order_after_those_in_use(full: Database) -> None:
    with full.write() as session:
        first = keys.take(session, Venue, 3)
        session.add_all(
            Venue(id=id_, name=f"Hall {id_}", authority_id=1) for id_ in first
        )
    with full.write() as session:
        (next_,) = keys.take(session, Venue)

    assert first == [2, 3, 4]
    assert next_ == 5


def test_after_rows_with_numbers_of_their_own_the_next_one_is_free(
    full: Database,
) -> None:
    with full.write() as session:
        session.add(Venue(id=70, name="Hall", authority_id=1))
        session.flush()
        keys.catch_up(session)
    with full.write() as session:
        venue = Venue(name="Library", authority_id=1)
        session.add(venue)
        session.flush()
        assert venue.id == 71
        session.add(Setting(name="clock", value="24"))  # has no number, and needs none
