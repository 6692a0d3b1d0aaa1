"""Work off the interface's thread: its order, its end and its silence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.jobs import Job, Jobs, Lane, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def nothing(_progress: Progress) -> None:
    """Work that has nothing to do."""


def test_the_result_arrives_on_the_interfaces_thread(jobs: Jobs, qtbot: QtBot) -> None:
    here = current_thread().name
    seen: list[object] = []

    jobs.run(
        "Counting",
        lambda progress: current_thread().name,
        lambda where: seen.extend([where, current_thread().name]),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)

    assert seen[0] != here
    assert seen[1] == here


def test_an_exception_goes_to_whoever_asked(jobs: Jobs, qtbot: QtBot) -> None:
    def fail(progress: Progress) -> None:
        raise LookupError("no such room")

    seen: list[Exception] = []
    jobs.run("Looking", fail, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))

    assert str(seen[0]) == "no such room"


def test_an_exception_that_nobody_expected_is_announced(
    jobs: Jobs, qtbot: QtBot
) -> None:
    def fail(progress: Progress) -> None:
        raise LookupError("no such room")

    with qtbot.waitSignal(jobs.unexpected) as news:
        jobs.run("Looking", fail)

    assert isinstance(news.args[0], LookupError)


def test_a_cancelled_job_stops_at_its_next_report(jobs: Jobs, qtbot: QtBot) -> None:
    begun, go_on = Event(), Event()
    came_to: list[str] = []

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        came_to.append("after the report")

    job = Job("Printing", work)
    job.succeeded.connect(lambda _: came_to.append("success"))
    job.failed.connect(lambda _: came_to.append("failure"))
    jobs.start(job)
    begun.wait(5)
    with qtbot.waitSignal(job.finished):
        job.cancel()
        go_on.set()

    assert came_to == []


def test_a_job_cancelled_while_it_waits_is_never_begun(
    jobs: Jobs, qtbot: QtBot
) -> None:
    go_on, begun = Event(), []
    jobs.run("First", lambda progress: go_on.wait(5))
    second = jobs.run("Second", lambda progress: begun.append(True))

    with qtbot.waitSignal(second.finished):
        second.cancel()
        go_on.set()

    assert begun == []


def test_progress_is_reported_but_not_too_often(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for done in range(1, 10_001):
            progress(done, 10_000)

    seen: list[tuple[int, int]] = []
    job = Job("Reading", work)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.finished):
        jobs.start(job)

    assert seen[-1] == (10_000, 10_000)
    assert len(seen) < 100


def test_typing_does_not_wait_for_printing(jobs: Jobs, qtbot: QtBot) -> None:
    go_on = Event()
    printing = jobs.run("Printing", lambda progress: go_on.wait(5))
    found: list[object] = []

    jobs.latest("find", lambda progress: "4 rooms", found.append)
    qtbot.waitUntil(lambda: bool(found))

    assert found == ["4 rooms"]
    with qtbot.waitSignal(printing.finished):
        go_on.set()


def test_newer_typing_drops_what_older_typing_asked_for(
    jobs: Jobs, qtbot: QtBot
) -> None:
    begun, go_on = Event(), Event()
    told: list[object] = []
    worked: list[int] = []

    def slow(progress: Progress) -> str:
        begun.set()
        go_on.wait(5)
        return "old"

    jobs.latest("find", slow, told.append)
    begun.wait(5)
    for number in range(5):

        def quick(progress: Progress, number: int = number) -> str:
            worked.append(number)
            return f"new {number}"

        jobs.latest("find", quick, told.append)
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["new 4"]
    assert worked == [4]


def test_different_questions_do_not_drop_one_another(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []

    jobs.latest("find", lambda progress: "rooms", told.append)
    jobs.latest("examine", lambda progress: "checks", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told == ["rooms", "checks"]


def test_closing_stops_everything(qtbot: QtBot) -> None:
    jobs = Jobs()
    begun, stopped = Event(), []

    def endless(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress(0, 0)
        finally:
            stopped.append(True)

    jobs.run("Endless", endless)
    jobs.run("Waiting", nothing)
    begun.wait(5)

    jobs.close()

    assert stopped == [True]


def test_jobs_of_a_lane_run_one_after_another(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        jobs.run(
            "Adding",
            lambda progress, number=number: order.append(number),
            lane=Lane.QUICK,
        )
    last = jobs.run("Last", nothing, lane=Lane.QUICK)
    qtbot.waitSignal(last.finished).wait()

    assert order == list(range(20))


def test_saving_waits_neither_for_printing_nor_for_typing(
    jobs: Jobs, qtbot: QtBot
) -> None:
    go_on = Event()
    jobs.run("Printing", lambda progress: go_on.wait(5))
    jobs.latest("find", lambda progress: go_on.wait(5), lambda _: None)
    saved: list[object] = []

    jobs.run("Saving", lambda progress: "saved", saved.append, lane=Lane.SAVE)
    qtbot.waitUntil(lambda: bool(saved))

    assert saved == ["saved"]
    go_on.set()


def test_what_is_to_be_saved_is_saved_before_everything_ends(qtbot: QtBot) -> None:
    jobs, go_on, written = Jobs(), Event(), []
    jobs.run("Saving", lambda progress: go_on.wait(5), lane=Lane.SAVE)
    jobs.run("Saving", lambda progress: written.append("second"), lane=Lane.SAVE)
    jobs.run("Printing", lambda progress: progress(1, 2))

    go_on.set()
    jobs.close()

    assert written == ["second"]


class Asker(QObject):
    """Something that asks, and is written on when it is told."""

    def __init__(self, told: list[object]) -> None:
        super().__init__()
        self.told = told

    def hear(self, what: str, news: object) -> None:
        """Take the answer."""
        self.told.append((what, news))


@pytest.mark.parametrize("way", ["run", "latest"])
def test_an_answer_is_dropped_when_its_asker_is_gone(
    jobs: Jobs, qtbot: QtBot, way: str
) -> None:
    told: list[object] = []
    gone, there = Asker(told), Asker(told)
    go_on = Event()

    for asker in (gone, there):
        ask = getattr(jobs, way)
        ask(str(id(asker)), lambda progress: go_on.wait(5), partial(asker.hear, way))
    shiboken6.delete(gone)
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))

    assert told == [(way, True)]
