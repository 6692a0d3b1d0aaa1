"""Takes in a spreadsheet of venues, step by step: file, columns, preview, done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.files import SPREADSHEETS, ask_which
from ui.dialogs.import_matching import MatchStep
from ui.dialogs.import_preview import PreviewStep
from ui.dialogs.import_views import ChooseStep, DoneStep, Step, WaitStep
from ui.jobs import Job, Progress, Work
from ui.theme import XL, L
from venues.database import journal
from venues.domain.words import count
from venues.errors import VenuesError
from venues.services.spreadsheets import (
    applying,
    looking,
    matching,
    planning,
    reading,
)
from venues.services.spreadsheets.applying import Imported
from venues.services.spreadsheets.book import Book
from venues.services.spreadsheets.looking import Look
from venues.services.spreadsheets.plan import Plan, State
from venues.services.spreadsheets.planning import Wish

LETTERS, LINES = 132, 40
"""How large it is, in the size of the text, as far as the screen goes."""


class ImportDialog(QDialog):
    """Chooses a file, matches its columns, shows what would change, and does it.

    Nothing is written before the last step, which is done wholly or not at all.

    Signals:
        imported: it was done; carries the ``Imported``.
        template_wanted: the template is to be saved.
    """

    imported = Signal(object)
    template_wanted = Signal()

    def __init__(self, desk: Desk, start: Path, parent: QWidget | None = None) -> None:
        """``start`` is where files are looked for."""
        super().__init__(parent)
        self._desk, self._start = desk, start
        self._book: Book | None = None
        self._look: Look | None = None
        self._plan: Plan | None = None
        self._wish = Wish()
        self._job: Job | None = None
        self.setWindowTitle("Import venues")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choose = ChooseStep()
        self.matching = MatchStep()
        self.preview = PreviewStep()
        self.waiting = WaitStep()
        self.done_step = DoneStep()
        self.steps = QStackedWidget()
        for step in (
            self.choose,
            self.matching,
            self.preview,
            self.waiting,
            self.done_step,
        ):
            self.steps.addWidget(step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.addWidget(self.steps)
        self._connect()
        metrics = self.fontMetrics()
        wanted = QSize(LETTERS * metrics.averageCharWidth(), LINES * metrics.height())
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.94))
        self.choose.choose.setFocus()

    def _connect(self) -> None:
        self.choose.choose.clicked.connect(self._ask)
        self.choose.template.clicked.connect(self.template_wanted)
        self.choose.cancel.clicked.connect(self.reject)
        self.matching.back.clicked.connect(partial(self._go, self.choose))
        self.matching.go.clicked.connect(self.show_changes)
        self.matching.sheet_chosen.connect(self._look_at_sheet)
        self.preview.back.clicked.connect(self._back)
        self.preview.go.clicked.connect(self.take_in)
        self.preview.leave_changed.connect(self._plan_again)
        self.waiting.stop.clicked.connect(self._stop)
        self.done_step.copy.clicked.connect(self.preview.copy_troubles)
        self.done_step.close_button.clicked.connect(self.accept)

    @Slot(str)
    def read(self, chosen: str) -> None:
        """Read that file, and show what is in it."""
        self._start = Path(chosen)
        work = partial(self._read, Path(chosen))
        self._work(f"Reading {self._start.name}", work, self._found, self.choose)

    @Slot()
    def show_changes(self) -> None:
        """Work out what would change, with the columns as they are matched."""
        complaint = self.matching.complaint() if self._look is not None else ""
        if complaint:
            self.matching.notice.say(complaint)
            return
        self.matching.notice.clear()
        self._plan_again(back=self.matching if self._look is not None else self.choose)

    @Slot()
    def take_in(self) -> None:
        """Do it."""
        if self._plan is not None and self._plan.does_something:
            work = partial(self._write, self._plan)
            self._work(
                "Importing",
                work,
                self._written,
                self.preview,
                "Cancel takes back what was written so far.",
            )

    def _read(self, path: Path, progress: Progress) -> tuple[Book, Look | None]:
        book = reading.read(path, progress)
        if looking.is_own(book):
            return book, None
        with self._desk.database.read() as session:
            return book, looking.look(session, book, self._desk.viewer)

    def _found(self, found: tuple[Book, Look | None]) -> None:
        self._book, self._look = found
        self.choose.notice.clear()
        if self._look is None:
            self._plan_again(back=self.choose)
            return
        self.matching.show_look(self._look)
        self._go(self.matching)
        self.matching.go.setFocus()

    @Slot(str)
    def _look_at_sheet(self, name: str) -> None:
        if self._book is not None:
            work = partial(self._look_again, self._book, name)
            self._work("Looking at the sheet", work, self._found, self.matching)

    def _look_again(
        self, book: Book, name: str, _progress: Progress
    ) -> tuple[Book, Look]:
        with self._desk.database.read() as session:
            return book, looking.look(session, book, self._desk.viewer, name)

    @Slot()
    def _plan_again(self, back: Step | None = None) -> None:
        if self._book is None:
            return
        self._wish = Wish(leave=self.preview.chosen_leave())
        if self._look is not None:
            self._wish = Wish(
                self._look.sheet,
                self.matching.match(),
                self._wish.leave,
                self.matching.extra(),
            )
        work = partial(self._weigh, self._book, self._wish)
        self._work(
            "Comparing with the catalogue", work, self._weighed, back or self.preview
        )

    def _weigh(self, book: Book, wish: Wish, progress: Progress) -> Plan:
        desk = self._desk
        with desk.database.read() as session:
            return planning.make(
                session,
                book,
                desk.viewer,
                now=desk.now(),
                gazetteer=desk.gazetteer(),
                wish=wish,
                progress=progress,
            )

    def _weighed(self, plan: Plan) -> None:
        self._plan = plan
        self.preview.show_plan(plan)
        self._go(self.preview)
        (self.preview.go if plan.does_something else self.preview.back).setFocus()

    def _write(self, plan: Plan, progress: Progress) -> Imported:
        desk = self._desk
        with desk.database.write("import of venues") as session:
            made = applying.apply(
                session, plan, desk.viewer, now=desk.now(), progress=progress
            )
            number = count(made.added + made.changed, "venue")
            journal.call(session, f"import of {number}")
            if self._look is not None and self._wish.match is not None:
                matching.remember(session, self._look.headings, self._wish.match)
        return made

    def _written(self, made: Imported) -> None:
        self.done_step.show_words(
            done_words(made), left_out=bool(made.plan.count(State.PROBLEM))
        )
        self._go(self.done_step)
        self.done_step.close_button.setFocus()
        self.imported.emit(made)

    def _work(
        self,
        heading: str,
        work: Work,
        done: Callable[[Any], object],
        back: Step,
        sentence: str = "",
    ) -> None:
        """Do something off the interface's thread, and show how far it is."""
        self.waiting.begin(heading, sentence)
        self._go(self.waiting)
        job = self._desk.jobs.run("", work, done, failed=partial(self._failed, back))
        job.progressed.connect(self.waiting.report)
        job.finished.connect(partial(self._ended, back, job))
        self._job = job

    def _ended(self, back: Step, job: Job) -> None:
        if self._job is job:
            self._job = None
        if job.stopped.is_set() and self.steps.currentWidget() is self.waiting:
            self._go(back)
            back.notice.say("It was stopped, and nothing was changed.")

    def _failed(self, back: Step, trouble: Exception) -> None:
        self._go(back)
        if not isinstance(trouble, VenuesError):
            raise trouble
        back.notice.say(str(trouble))

    def _go(self, step: Step) -> None:
        self.steps.setCurrentWidget(step)

    @Slot()
    def _ask(self) -> None:
        ask_which(self, "Choose a spreadsheet", self._start, self.read, SPREADSHEETS)

    @Slot()
    def _back(self) -> None:
        self._go(self.choose if self._look is None else self.matching)

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def reject(self) -> None:
        """Close, but stop first what is under way."""
        if self._job is not None:
            self._stop()
        else:
            super().reject()


def done_words(made: Imported) -> str:
    """What was imported, in a sentence or two."""
    parts = []
    if made.added:
        parts.append(f"{count(made.added, 'venue')} added")
    if made.changed:
        parts.append(f"{count(made.changed, 'venue')} changed")
    said = f"{' and '.join(parts)}. Undo takes all of it back."
    left = made.plan.count(State.PROBLEM)
    if left:
        said += f" {count(left, 'row')} with a problem left out."
    return said
