"""The second look begins once the rooms are drawn, and only for the latest search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene
from ui.jobs import Job
from ui.pages.further import Further
from venues.database.session import Database
from venues.services import finding
from venues.services.finding import Found
from venues.services.second_look import Second


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


@pytest.fixture
def found(scene: Scene) -> Found:
    with scene.database.read() as session:
        return finding.rooms(
            session, scene.page.form.wish(), scene.desk.viewer, today=find_scene.NOW
        )


@pytest.fixture
def further(qtbot: QtBot, scene: Scene) -> Further:
    find_scene.settled(qtbot, scene)
    return Further(scene.desk, scene.page)


def test_nothing_is_worked_out_before_the_rooms_are_drawn(
    qtbot: QtBot, scene: Scene, further: Further, found: Found
) -> None:
    further.look(found)
    assert scene.desk.jobs.findChildren(Job) == []

    with qtbot.waitSignal(further.looked) as looked:
        pass

    assert isinstance(looked.args[0], Second)


def test_only_the_latest_is_looked_at(
    qtbot: QtBot, further: Further, found: Found
) -> None:
    looked: list[Second] = []
    further.looked.connect(looked.append)
    flexible = replace(found, wish=replace(found.wish, flexible=60))

    further.look(flexible)
    with qtbot.waitSignal(further.looked):
        further.look(found)

    assert len(looked) == 1


def test_what_nobody_waits_for_is_not_looked_at(
    qtbot: QtBot, scene: Scene, further: Further, found: Found
) -> None:
    looked: list[Second] = []
    further.looked.connect(looked.append)

    further.look(found)
    further.forget()
    find_scene.settled(qtbot, scene)

    assert looked == []
