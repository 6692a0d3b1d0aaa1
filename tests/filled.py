"""Databases to try the guarantees on: without rows, and with rows in every table."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server import SERVER, Kept, Server
from tests.venues.database import rows
from venues.database import keys
from venues.database.session import Database
from venues.services import backups


@pytest.fixture(scope="session")
def _blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    Database.open(path, create=True).close()
    return path


@pytest.fixture(scope="session")
def _full_file(_blank_file: Path) -> Path:
    path = _blank_file.with_name("full.db")
    shutil.copy(_blank_file, path)
    database = Database(path)
    with database.write() as session:
        rows.fill(session)
    database.close()
    return path


@pytest.fixture(scope="session")
def shared_blank(server: Server) -> Kept:
    """The one without rows on a server, put back for each test."""
    return server.keep(server.create("blank"))


@pytest.fixture(scope="session")
def shared_full(server: Server) -> Kept:
    """The one with rows in every table on a server, put back for each test."""
    address = server.create("full")
    database = Database(address)
    with database.write() as session:
        rows.fill(session)
        keys.catch_up(session)
    database.close()
    return server.keep(address)


@pytest.fixture
def blank_file(_blank_file: Path, tmp_path: Path) -> Path:
    """A database without rows, in a folder of its own."""
    path = tmp_path / "venues.db"
    shutil.copy(_blank_file, path)
    return path


@pytest.fixture
def full_file(_full_file: Path, tmp_path: Path) -> Path:
    """A database with rows in every table, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copy(_full_file, folder / "venues.db"))


@pytest.fixture
def blank(engine: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database without rows."""
    yield from _opened("blank", engine, request)


@pytest.fixture
def full(engine: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with rows in every table."""
    yield from _opened("full", engine, request)


def _opened(
    name: str, engine: str, request: pytest.FixtureRequest
) -> Iterator[Database]:
    if engine == SERVER:
        place = request.getfixturevalue(f"shared_{name}").reset()
    else:
        place = request.getfixturevalue(f"{name}_file")
    database = Database.open(place)
    yield database
    database.close()


@pytest.fixture
def backup(full: Database, tmp_path: Path) -> Path:
    """A backup of it, made before the rest of the test."""
    return backups.back_up(full, tmp_path / "monday.db")
