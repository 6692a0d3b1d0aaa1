"""One door for work that must not hold the window up.

There are three lanes, each with one thread: what somebody typing waits for, what is
written to the database, and what takes long enough to be shown with its progress. So
typing never waits for saving, nor saving for printing.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from threading import Event, get_ident
from time import monotonic
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Executor

PAUSE = 0.05  # seconds between two reports, so that they never crowd out the typing

Progress = Callable[[int, int], None]
Work = Callable[[Progress], object]


class Cancelled(Exception):
    """Raised inside work that nobody waits for any more; it rolls back and ends."""


class Lane(Enum):
    """Which thread does the work."""

    QUICK = "quick"
    SAVE = "save"
    LONG = "long"


class Job(QObject):
    """One piece of work: make it, connect to it, start it.

    It lives on the interface's thread, so that is where its signals arrive.

    Signals:
        progressed: how many of how many are done.
        succeeded: carries what the work returned.
        failed: carries the exception that ended it.
        finished: it is over, however it ended; the last of all.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, title: str, work: Work, lane: Lane = Lane.LONG) -> None:
        super().__init__()
        self.title = title
        self.work = work
        self.lane = lane
        self.stopped = Event()

    @Slot()
    def cancel(self) -> None:
        """Ask it to stop; it does so at its next report, or before it begins."""
        self.stopped.set()


class Jobs(QObject):
    """Does jobs one after another in each lane, off the interface's thread.

    Signals:
        started: a job was taken on; carries it.
        unexpected: a job failed and nobody had said what to do then; carries the
            exception.
    """

    started = Signal(object)
    unexpected = Signal(object)
    _news = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, Executor] = {}
        self._newest: dict[str, Job] = {}
        self._doing: dict[int, Job] = {}
        self.tell: Callable[[Callable[[], object]], object] = _at_once
        self._news.connect(self._tell)

    def start(self, job: Job) -> None:
        """Take charge of the job and queue its work."""
        job.setParent(self)
        self.started.emit(job)
        self._open(job.lane).submit(self._do, job)

    def run(
        self,
        title: str,
        work: Work,
        done: Callable[[Any], object] | None = None,
        *,
        failed: Callable[[Exception], object] | None = None,
        lane: Lane = Lane.LONG,
    ) -> Job:
        """Do the work, then call ``done`` with its result or ``failed`` with why not.

        Both are called on the interface's thread, unless the page or dialog that they
        belong to is gone by then. Without ``failed`` the exception goes to
        ``unexpected``.
        """
        job = Job(title, work, lane)
        if done is not None:
            job.succeeded.connect(partial(_tell_if_there, done))
        told = failed if failed is not None else self.unexpected.emit
        job.failed.connect(partial(_tell_if_there, told))
        self.start(job)
        return job

    def latest(
        self,
        key: str,
        work: Work,
        done: Callable[[Any], object],
        *,
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Do the work in the quick lane, unless newer work of the same key arrives.

        Older work that waits is never begun, older work under way is stopped at its
        next report, and its result is dropped in any case.
        """
        self.forget(key)
        job = Job("", work, Lane.QUICK)
        told = failed if failed is not None else self.unexpected.emit
        job.succeeded.connect(partial(self._if_newest, key, job, done))
        job.failed.connect(partial(self._if_newest, key, job, told))
        self._newest[key] = job
        self.start(job)
        return job

    def stopped_here(self) -> bool:
        """Whether nobody waits any more for what the thread that asks is doing."""
        job = self._doing.get(get_ident())
        return job is not None and job.stopped.is_set()

    def forget(self, key: str) -> None:
        """Nobody waits for the work of that key any more."""
        if older := self._newest.pop(key, None):
            older.cancel()

    def close(self) -> None:
        """Cancel everything but what is being saved, and wait until all has ended."""
        for job in self.findChildren(Job):
            if job.lane is not Lane.SAVE:
                job.cancel()
        for lane, executor in self._lanes.items():
            executor.shutdown(cancel_futures=lane is not Lane.SAVE)
        # No thread holds a job any more. Freed here, none is left to a later event,
        # which might find what it reports to half gone.
        QCoreApplication.removePostedEvents(self)
        for job in self.findChildren(Job):
            shiboken6.delete(job)

    def _open(self, lane: Lane) -> Executor:
        """The lane's thread, made with its first job."""
        if lane not in self._lanes:
            # Imported here, since the window is on the screen sooner without it.
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane.value)
        return self._lanes[lane]

    def _if_newest(
        self, key: str, job: Job, tell: Callable[[Any], object], news: object
    ) -> None:
        if self._newest.get(key) is job:
            del self._newest[key]
            _tell_if_there(tell, news)

    def _do(self, job: Job) -> None:
        """On a lane's thread, where ``_news`` is the only way to speak."""
        last = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal last
            if job.stopped.is_set():
                raise Cancelled
            if monotonic() - last > PAUSE or done == total:
                last = monotonic()
                self._news.emit(partial(job.progressed.emit, done, total))

        self._doing[get_ident()] = job
        try:
            if job.stopped.is_set():
                raise Cancelled  # noqa: TRY301 - one way out for both kinds of stop
            result = job.work(progress)
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - whoever asked will show it
            if not (job.stopped.is_set() and _can_be_told(error)):
                self._news.emit(partial(job.failed.emit, error))
        else:
            self._news.emit(partial(job.succeeded.emit, result))
        self._news.emit(job.finished.emit)
        self._news.emit(job.deleteLater)

    @Slot(object)
    def _tell(self, news: Callable[[], None]) -> None:
        """On the interface's thread again."""
        self.tell(news)


def _at_once(news: Callable[[], object]) -> None:
    news()


def _tell_if_there(tell: Callable[[Any], object], news: object) -> None:
    """Tell whoever asked, unless what asked was closed meanwhile.

    So it is when somebody else signs in while a page waits for an answer.
    """
    asker: object = tell
    while isinstance(asker, partial):
        asker = asker.func
    owner = getattr(asker, "__self__", None)
    if not isinstance(owner, QObject) or shiboken6.isValid(owner):
        tell(news)


def _can_be_told(error: Exception) -> bool:
    """Whether it is a sentence, such as that the database was not waited for."""
    # Imported here, since the window is on the screen sooner without it.
    from venues.errors import VenuesError  # noqa: PLC0415

    return isinstance(error, VenuesError)
