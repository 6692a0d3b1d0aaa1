"""The sample for people, filled once for each engine, to count in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.server import SERVER, Kept, Server
from venues.database.session import Database
from venues.domain.places import Point
from venues.domain.reporting import Dates
from venues.resources import table
from venues.services import sample
from venues.services.evidence.scope import Scope, Sector

TODAY = date(2026, 11, 26)
SEASON = Dates(date(2026, 10, 1), date(2026, 11, 30))
AUTHORITIES = {"HAL": 1, "WAR": 2, "CHE": 3, "CWC": 4}


def _filled(database: Database) -> None:
    sample.fill(database, size="demo", seed=1, today=TODAY)
    database.close()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a file."""
    path = tmp_path_factory.mktemp("evidence") / "demo.db"
    _filled(Database.open(path, create=True))
    return path


@pytest.fixture(scope="session")
def shared_demo(server: Server) -> Kept:
    """The sample on a server."""
    address = server.create("evidence")
    _filled(Database.open(address))
    return server.keep(address)


@pytest.fixture
def demo(engine: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """The sample, to be read only: it is the same one for every test."""
    if engine == SERVER:
        place = request.getfixturevalue("shared_demo").address
    else:
        place = request.getfixturevalue("demo_file")
    opened = Database.open(place)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sectors() -> dict[str, Sector]:
    """The sample's own sectors, without the list of postcodes."""
    return {
        row["sector"]: Sector(
            row["sector"],
            Point(int(row["easting"]), int(row["northing"])),
            AUTHORITIES[row["authority"]],
        )
        for row in table("sample/sectors")
    }


@pytest.fixture
def scope(sectors: dict[str, Sector]) -> Scope:
    """Two months of the sample."""
    return Scope(dates=SEASON, today=TODAY, sectors=sectors)
