"""Long work is shown with its progress, and can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs, Lane, Progress
from ui.widgets.jobsbar import JobsBar
from ui.widgets.text import Elided


class Printing:
    """Work that goes on until it is let go."""

    def __init__(self) -> None:
        self.go_on = Event()

    def __call__(self, progress: Progress) -> None:
        """Report half, wait, report the end."""
        progress(5, 10)
        while not self.go_on.wait(0.01):
            progress(5, 10)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def bar(jobs: Jobs, qtbot: QtBot) -> JobsBar:
    made = JobsBar(jobs)
    qtbot.addWidget(made)
    made.resize(800, 40)
    return made


def test_long_work_appears_and_goes(bar: JobsBar, jobs: Jobs, qtbot: QtBot) -> None:
    printing = Printing()
    jobs.run("Printing the week", printing)
    assert bar.isHidden()

    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: bar.findChild(QProgressBar).value() == 5)
    assert bar.findChild(Elided).whole() == "Printing the week"
    assert bar.findChild(QProgressBar).maximum() == 10

    printing.go_on.set()
    qtbot.waitUntil(bar.isHidden)
    assert bar.isHidden()
    assert bar.findChild(Elided).whole() == ""
    assert bar.findChild(QProgressBar).value() == -1, "as before anything ran"


def test_it_can_be_stopped(bar: JobsBar, jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run("Printing the week", Printing())
    qtbot.waitUntil(bar.isVisible)

    with qtbot.waitSignal(job.finished):
        qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(bar.isHidden)
    assert job.stopped.is_set()


def test_work_that_waits_is_counted(bar: JobsBar, jobs: Jobs, qtbot: QtBot) -> None:
    printing = Printing()
    jobs.run("Printing the week", printing)
    jobs.run("Reading the spreadsheet", printing)

    qtbot.waitUntil(bar.isVisible)
    assert bar.findChild(Elided).whole() == "Printing the week · 1 more after it"

    printing.go_on.set()
    qtbot.waitUntil(bar.isHidden)


@pytest.mark.parametrize(("title", "lane"), [("", Lane.LONG), ("Find", Lane.QUICK)])
def test_work_without_a_title_or_for_typing_is_not_shown(
    bar: JobsBar, jobs: Jobs, qtbot: QtBot, title: str, lane: Lane
) -> None:
    printing = Printing()
    job = jobs.run(title, printing, lane=lane)
    other = Printing()
    jobs.run("Printing", other)
    printing.go_on.set()
    with qtbot.waitSignal(job.finished):
        pass

    qtbot.waitUntil(bar.isVisible)
    assert bar.findChild(Elided).whole() == "Printing"
    other.go_on.set()
