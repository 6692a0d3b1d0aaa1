"""The real list of postcodes, and the map that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from venues.atlas.atlas import Atlas
from venues.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder in which both have been made."""
    folder = tmp_path_factory.mktemp("atlas")
    Atlas.open(folder)
    return folder


@pytest.fixture(scope="session")
def gazetteer(made: Path) -> Gazetteer:
    return Gazetteer.open(made)


@pytest.fixture(scope="session")
def atlas(made: Path) -> Atlas:
    return Atlas.open(made)
