"""When a database cannot simply be opened: the first start, and everything amiss."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.files import ask_which
from ui.dialogs.opening_views import (
    PersonView,
    StartView,
    TroubleView,
    View,
    WorkView,
)
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.road import RoadDialog
from ui.jobs import Job, Jobs, Progress, Work
from ui.theme import XL, L
from venues import paths
from venues.address import Address, Place
from venues.errors import NotFound, VenuesError
from venues.services import restoring, road, starting
from venues.services.staffing import StaffDraft

WIDE = 84  # characters


class OpeningDialog(QDialog):
    """Finds out what to open, and makes it if need be; the program then opens it.

    Where there is no file it offers to begin: empty, with sample data, or with another
    file. A file that cannot be used is told why, and what can be done. A file that
    nobody is entered in asks who sits here. Whatever is half made when it is stopped
    or fails is taken away again.

    Signals:
        opened: the database is there; carries its path, and the login to sign in with
            or an empty text. A shared one has its address in the place of the path.
    """

    opened = Signal(object, str)

    def __init__(
        self,
        place: Place,
        trouble: Exception,
        jobs: Jobs,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        fallback: bool = False,
        login: str = "",
    ) -> None:
        """``fallback``: another database stays open when this is put away.

        ``login`` is of whoever was here last.
        """
        super().__init__(parent)
        self._place = place
        self._jobs = jobs
        self._now = now
        self._login = login
        self._job: Job | None = None
        self.setWindowTitle("Venues")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first = self._first_view(place, trouble, fallback=fallback)
        self.person = PersonView(new=isinstance(place, Path) and not place.exists())
        self.work = WorkView()
        self._pages = QStackedWidget()
        for view in (self.first, self.person, self.work):
            self._pages.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.addWidget(self._pages)
        self.person.given.connect(self._enter)
        self.person.back.clicked.connect(self._go_back)
        self.work.stop.clicked.connect(self._stop)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        if isinstance(trouble, NotFound):
            self._ask_who()
        else:
            self._turn(self.first)

    def _first_view(self, place: Place, trouble: Exception, *, fallback: bool) -> View:
        if isinstance(place, Address) or place.exists():
            view = TroubleView(place, trouble, fallback=fallback)
            view.again.clicked.connect(self._again)
            view.restore.clicked.connect(self._restore)
            view.other.clicked.connect(self._choose)
            view.weeks.clicked.connect(self._show_weeks)
            view.quit.clicked.connect(self.reject)
            return view
        start = StartView(place)
        start.empty.clicked.connect(self._ask_who)
        start.sample.clicked.connect(self._fill)
        start.other.clicked.connect(self._choose)
        start.quit.clicked.connect(self.reject)
        return start

    @Slot()
    def _ask_who(self) -> None:
        self._turn(self.person)

    @Slot()
    def _go_back(self) -> None:
        self._turn(self.first)

    def _turn(self, view: View) -> None:
        """Show a view, with the keyboard where it begins."""
        self._pages.setCurrentWidget(view)
        if view.begins is not None:
            view.begins.setFocus()

    @Slot()
    def _choose(self) -> None:
        ask_which(self, "Open a database", self._path, self._open)

    @property
    def _path(self) -> Path:
        """The file, or where files are if it is a shared one."""
        return self._place if isinstance(self._place, Path) else paths.database()

    @Slot(str)
    def _open(self, chosen: str) -> None:
        self._done(Path(chosen), "")

    @Slot()
    def _show_weeks(self) -> None:
        copy = road.kept(self._login, now=self._now())
        RoadDialog(copy, self).open()

    @Slot()
    def _again(self) -> None:
        self._done(self._place, "")

    @Slot()
    def _restore(self) -> None:
        dialog = RestoreDialog(self._jobs, self._path, parent=self)
        dialog.agreed.connect(self._put_back)
        dialog.open()

    @Slot(Path)
    def _put_back(self, backup: Path) -> None:
        self._run(
            "Restoring the backup",
            f"{backup.name} takes the place of {self._path.name}.",
            partial(_put_back, self._path, backup, self._now()),
            self._made,
            self._not_made,
        )

    @Slot()
    def _fill(self) -> None:
        self._run(
            "Making sample data",
            "Venues, rooms, hours and eight weeks of bookings: a few seconds.",
            partial(_sample, self._path, self._now().date()),
            self._made,
            self._not_made,
        )

    @Slot(StaffDraft)
    def _enter(self, draft: StaffDraft) -> None:
        self._run(
            "Making the database" if self.person.new else "Entering you",
            "This takes a moment.",
            partial(_enter, self._place, draft, self._now().date()),
            self._made,
            self._not_entered,
        )

    def _run(
        self,
        heading: str,
        sentence: str,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self.work.begin(heading, sentence)
        self._turn(self.work)
        self._job = Job("", work)
        self._job.progressed.connect(self.work.report)
        self._job.succeeded.connect(done)
        self._job.failed.connect(failed)
        self._job.finished.connect(self._ended)
        self._jobs.start(self._job)

    @Slot()
    def _stop(self) -> None:
        """Stop at the next report; what is half made is taken away by the work."""
        if self._job is not None:
            self._job.cancel()
            self.work.begin("Stopping", "What was half made is taken away again.")

    @Slot()
    def _ended(self) -> None:
        """Back to where somebody may choose again, if nothing came of it."""
        self._job = None
        if self._pages.currentWidget() is self.work:
            self._turn(self.first)

    @Slot(object)
    def _made(self, login: str) -> None:
        self._done(self._place, login)

    @Slot(object)
    def _not_made(self, trouble: Exception) -> None:
        self._show_trouble(self.first, trouble)

    @Slot(object)
    def _not_entered(self, trouble: Exception) -> None:
        self._show_trouble(self.person, trouble)

    def _show_trouble(self, view: View, trouble: Exception) -> None:
        self._turn(view)
        if not isinstance(trouble, VenuesError):
            raise trouble
        view.complain(trouble)

    def _done(self, place: Place, login: str) -> None:
        self.opened.emit(place, login)
        self.accept()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _enter(place: Place, draft: StaffDraft, today: date, _progress: Progress) -> str:
    if isinstance(place, Path) and not place.exists():
        return starting.empty(place, draft, today)
    return starting.first_person(place, draft, today)


def _sample(path: Path, today: date, progress: Progress) -> str:
    return starting.with_sample(path, today, progress)


def _put_back(path: Path, backup: Path, now: datetime, progress: Progress) -> str:
    restoring.restore(path, backup, now=now, progress=progress)
    return ""
