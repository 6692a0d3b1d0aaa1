"""Somebody looked for a room: one row, once they are done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import files
from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, settled
from ui.jobs import Job
from ui.pages.search_record import SearchRecord
from venues.database.models import Search
from venues.database.session import Database
from venues.services import finding
from venues.services.finding import Found


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
def record(scene: Scene) -> SearchRecord:
    return SearchRecord(scene.desk, scene.page)


def test_a_booking_ends_the_search(
    qtbot: QtBot, scene: Scene, record: SearchRecord, found: Found
) -> None:
    record.note(found)

    record.booked(found)
    record.booked(found)
    settled(qtbot, scene)

    assert scene.searches() == ["booked"]


def test_a_booking_of_what_nobody_typed_was_looked_for_too(
    qtbot: QtBot, scene: Scene, record: SearchRecord, found: Found
) -> None:
    record.booked(found)
    settled(qtbot, scene)

    assert scene.searches() == ["booked"]


def test_what_was_left_and_then_booked_is_one_search(
    qtbot: QtBot, scene: Scene, record: SearchRecord, found: Found
) -> None:
    record.note(found)
    scene.window.show_page("venues")
    scene.window.show_page("find")

    record.booked(found)
    settled(qtbot, scene)

    assert scene.searches() == ["left"]


def test_the_last_thing_asked_for_is_what_counts(
    qtbot: QtBot, scene: Scene, record: SearchRecord, found: Found
) -> None:
    scene.page.form.people.setValue(6)
    scene.page.search()
    record.note(found)
    with scene.database.read() as session:
        more = finding.rooms(
            session, scene.page.form.wish(), scene.desk.viewer, today=find_scene.NOW
        )
    record.note(more)
    record.note(None)

    record.booked(more)
    settled(qtbot, scene)

    assert next(row.people for row in scene.rows(Search)) == 6


def test_a_minimised_window_has_not_been_left(
    qtbot: QtBot, scene: Scene, record: SearchRecord, found: Found
) -> None:
    record.note(found)

    scene.window.showMinimized()
    settled_quietly(qtbot, scene)

    assert scene.searches() == []


def settled_quietly(qtbot: QtBot, scene: Scene) -> None:
    qtbot.waitUntil(lambda: not scene.desk.jobs.children())


def test_a_search_that_cannot_be_written_down_troubles_nobody(
    qtbot: QtBot, scene: Scene, record: SearchRecord, found: Found
) -> None:
    files.change(scene.database.path, "DROP TABLE search")
    record.note(found)

    with qtbot.assertNotEmitted(scene.desk.jobs.unexpected):
        scene.window.show_page("venues")
        qtbot.waitUntil(lambda: not scene.desk.jobs.findChildren(Job))

    assert scene.window.isVisible()
