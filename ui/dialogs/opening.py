"""When a database cannot simply be opened: the first start, and everything amiss."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs import opening_work
from ui.dialogs.files import ask_which
from ui.dialogs.growing import GrowingDialog
from ui.dialogs.join_view import JoinView
from ui.dialogs.opening_views import (
    PersonView,
    StartView,
    TroubleView,
    View,
    WorkView,
)
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.road import RoadDialog
from ui.jobs import Job, Jobs, Work
from ui.theme import XL, L
from venues import paths
from venues.address import Address, Place
from venues.errors import CannotOpen, NotFound, VenuesError
from venues.services import road
from venues.services.joining import JoinDraft
from venues.services.staffing import StaffDraft

SIGNING_IN = frozenset({"login", "password", "how"})
"""What is typed to sign in: one of them wrong is asked for again at once."""

WIDE = 84  # characters


class OpeningDialog(GrowingDialog):
    """Finds out what to open, and makes it if need be; the program then opens it.

    Where there is no file it offers to begin: empty, with sample data, or with another
    file, or by joining a shared database. One that cannot be used is told why, and what
    can be done. One that nobody is entered in asks who sits here. Whatever is half made
    when it is stopped or fails is taken away again.

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
        join: bool = False,
    ) -> None:
        """``fallback``: another database stays open when this is put away.

        ``login`` is of whoever was here last. With ``join`` it asks at once which
        shared one to join.
        """
        super().__init__(parent)
        self._place = place
        self._jobs = jobs
        self._now = now
        self._login = login
        self._job: Job | None = None
        self._shown: View
        self._before: View
        self.setWindowTitle("Venues")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first = self._first_view(place, trouble, fallback=fallback)
        self.person = PersonView(new=isinstance(place, Path) and not place.exists())
        self.join = self._join_view(place, fallback=fallback)
        self.work = WorkView()
        self._pages = QStackedWidget()
        for view in (self.first, self.person, self.join, self.work):
            self._pages.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.addWidget(self._pages)
        self.person.given.connect(self._enter)
        self.person.back.clicked.connect(self._go_back)
        self.work.stop.clicked.connect(self._stop)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self._begin(trouble, join=join)

    def _begin(self, trouble: Exception, *, join: bool) -> None:
        if isinstance(trouble, NotFound):
            self._ask_who()
        elif join:
            self.join.back.hide()  # there is nothing behind it
            self._ask_where()
        else:
            self._turn(self.first)
            if isinstance(trouble, CannotOpen) and trouble.field in SIGNING_IN:
                self._ask_where()
                self.join.complain(trouble)

    def _join_view(self, place: Place, *, fallback: bool) -> JoinView:
        view = JoinView(place if isinstance(place, Address) else None)
        view.quit.setText("Close" if fallback else "Quit")
        view.given.connect(self._join)
        view.back.clicked.connect(self._go_back)
        view.quit.clicked.connect(self.reject)
        return view

    def _first_view(self, place: Place, trouble: Exception, *, fallback: bool) -> View:
        if isinstance(place, Address) or place.exists():
            view = TroubleView(place, trouble, fallback=fallback)
            view.join.clicked.connect(self._ask_where)
            view.again.clicked.connect(self._again)
            view.restore.clicked.connect(self._restore)
            view.other.clicked.connect(self._choose)
            view.weeks.clicked.connect(self._show_weeks)
            view.quit.clicked.connect(self.reject)
            return view
        start = StartView(place)
        start.empty.clicked.connect(self._ask_who)
        start.sample.clicked.connect(self._fill)
        start.join.clicked.connect(self._ask_where)
        start.other.clicked.connect(self._choose)
        start.quit.clicked.connect(self.reject)
        return start

    @Slot()
    def _ask_who(self) -> None:
        self._turn(self.person)

    @Slot()
    def _ask_where(self) -> None:
        self._turn(self.join)
        self._jobs.run("", opening_work.can_keep, self.join.can_keep)

    @Slot(JoinDraft)
    def _join(self, draft: JoinDraft) -> None:
        self._run(
            "Connecting",
            "The server is tried with what you typed.",
            partial(opening_work.join, draft),
            self._joined,
            self._not_joined,
        )

    @Slot(object)
    def _joined(self, address: Address) -> None:
        self._done(address, "")

    @Slot(object)
    def _not_joined(self, trouble: Exception) -> None:
        self._show_trouble(self.join, trouble)

    @Slot()
    def _go_back(self) -> None:
        self._turn(self.first)

    def _turn(self, view: View) -> None:
        """Show a view, with the keyboard where it begins."""
        self._pages.setCurrentWidget(view)
        self._shown = view
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
            partial(opening_work.put_back, self._path, backup, self._now()),
            self._made,
            self._not_made,
        )

    @Slot()
    def _fill(self) -> None:
        self._run(
            "Making sample data",
            "Venues, rooms, hours and eight weeks of bookings: a few seconds.",
            partial(opening_work.sample, self._path, self._now().date()),
            self._made,
            self._not_made,
        )

    @Slot(StaffDraft)
    def _enter(self, draft: StaffDraft) -> None:
        self._run(
            "Making the database" if self.person.new else "Entering you",
            "This takes a moment.",
            partial(opening_work.enter, self._place, draft, self._now().date()),
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
        self._before = self._shown
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
            self._turn(self._before)

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
