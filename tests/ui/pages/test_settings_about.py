"""What everybody should know about Venues."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_about import AboutSection
from venues import __version__
from venues.gazetteer import ATTRIBUTION

ROOT = Path(__file__).parents[3]


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.board, tmp_path)


def test_it_names_version_licence_and_sources(seat: Sitting) -> None:
    section = AboutSection(seat.desk)
    seat.show(section)

    said = "\n".join(label.text() for label in section.findChildren(QLabel))

    assert f"Venues {__version__}" in said
    assert "MIT licence" in said
    assert ATTRIBUTION in said
    assert "cannot hide anything" in said


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["version"] == __version__
