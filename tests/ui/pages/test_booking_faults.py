"""A disk that is full or a file that is locked is said, and nothing typed is lost."""

from __future__ import annotations

import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, settled
from tests.ui.schedule_scene import PRACTITIONER, WILLOW, book
from venues.database.models import Booking
from venues.database.session import Database


@pytest.fixture
def scene(qtbot: QtBot, template: Path, tmp_path: Path) -> Iterator[Scene]:
    """The window on a database that does not wait long for others."""
    path = Path(shutil.copy(template, tmp_path / "venues.db"))
    database = Database(path, wait=0.2)
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)
    database.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program is in the middle of saving, and stays there."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(_path: Path) -> Iterator[None]:
    """No file may grow any more."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


Fault = Callable[[Path], AbstractContextManager[None]]


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (locked, "Somebody else is saving. Try again in a moment."),
        (full, "The disk could not be read or written, so nothing was saved. "),
    ],
)
def test_it_is_said_what_is_typed_stays_and_is_saved_when_it_is_over(
    qtbot: QtBot, scene: Scene, fault: Fault, sentence: str
) -> None:
    with scene.database.write() as session:
        id_ = book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", PRACTITIONER, 1)
    scene.window.show_page("find", booking=id_)
    settled(qtbot, scene)
    scene.booking.form.people.setValue(4)
    settled(qtbot, scene)
    path = scene.database.path
    assert path is not None

    with fault(path):
        scene.booking.try_to_save()
        settled(qtbot, scene)

    assert scene.booking.card.refusal.text().startswith(sentence)
    assert scene.booking.form.people.value() == 4
    assert {row.people for row in scene.rows(Booking) if row.id == id_} != {4}
    scene.booking.try_to_save()
    settled(qtbot, scene)
    assert {row.people for row in scene.rows(Booking) if row.id == id_} == {4}
