"""Work that was begun in a dialog says there how far it is, and stops there."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs, Progress
from ui.widgets.underway import Underway


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot) -> Underway:
    made = Underway()
    qtbot.addWidget(made)
    return made


class Looking:
    """Work that goes on until it is let go."""

    def __init__(self) -> None:
        self.go_on = Event()

    def __call__(self, progress: Progress) -> None:
        """Report three of ten until then."""
        while not self.go_on.wait(0.01):
            progress(3, 10)
        progress(10, 10)


def test_long_work_shows_how_far_it_is_and_goes(
    shown: Underway, jobs: Jobs, qtbot: QtBot
) -> None:
    looking = Looking()
    shown.follow(jobs.run("", looking), "Looking…")
    assert shown.isHidden()

    qtbot.waitUntil(shown.isVisible)
    qtbot.waitUntil(lambda: shown.bar.value() == 3)
    assert (shown.words.text(), shown.bar.maximum()) == ("Looking…", 10)

    looking.go_on.set()
    qtbot.waitUntil(shown.isHidden)


def test_stop_stops_it(shown: Underway, jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run("", Looking())
    shown.follow(job, "Looking…")
    qtbot.waitUntil(shown.isVisible)

    with qtbot.waitSignal(job.finished):
        qtbot.mouseClick(shown.stop, Qt.MouseButton.LeftButton)

    assert shown.isHidden()


def test_with_nothing_under_way_there_is_nothing_to_stop(shown: Underway) -> None:
    shown.cancel()

    assert shown.words.text() == ""
