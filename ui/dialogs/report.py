"""The board's report: looked at first, then saved as a PDF or a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.files import ask_where
from ui.jobs import Job, Lane, Progress
from ui.paper import board_report
from ui.theme import L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from ui.widgets.underway import Underway
from ui.widgets.wrapcheck import WrapCheck
from venues import whole_file
from venues.domain.people import Role
from venues.domain.places import Point
from venues.domain.reporting import Dates
from venues.errors import VenuesError
from venues.services.evidence import showing
from venues.services.evidence.scope import Scope
from venues.services.report import gathering, workbook
from venues.services.report.content import Report
from venues.services.what_if import suggesting
from venues.services.what_if.replaying import Ground

LETTERS, LINES = 120, 44
GATHERING = "Making the report…"
PDFS, BOOKS = "PDF (*.pdf)", "Excel (*.xlsx)"
RANKED = "With the ten single changes that would have helped most"
SAVED = "Saved the report as “{}”."

Asked = Callable[[Dates], Scope]
"""The days → what is asked about them."""


class ReportDialog(QDialog):
    """What the board is told, whoever looks: rounded, and of days that are over."""

    def __init__(
        self,
        desk: Desk,
        asked: Asked,
        dates: Dates,
        authority_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._asked, self._authority_id = desk, asked, authority_id
        self._job: Job | None = None
        self.report: Report | None = None
        self.setWindowTitle("Board report")
        board = replace(desk.viewer, role=Role.BOARD)
        self.period = QComboBox()
        offered = showing.offered(board, desk.now().date())
        for each in offered:
            self.period.addItem(each.words, each)
        self.period.setCurrentIndex(max(0, self._place(dates)))
        self.ranked = WrapCheck(RANKED)
        self.ranked.setVisible(desk.viewer.role is not Role.BOARD)
        self.notice = Notice()
        self.underway = Underway()
        self.text = QTextBrowser()
        self.text.setAccessibleName("The report")
        self.text.setOpenLinks(False)
        self.pdf = PrimaryButton("Save as PDF…")
        self.book = Button("Save as Excel…")
        self.back = Button("Close")
        self._lay_out()
        self.period.currentIndexChanged.connect(self.gather)
        self.ranked.toggled.connect(self.gather)
        self.pdf.clicked.connect(partial(self._ask_where, ".pdf", PDFS))
        self.book.clicked.connect(partial(self._ask_where, ".xlsx", BOOKS))
        self.back.clicked.connect(self.reject)
        self.gather()

    @Slot()
    def gather(self) -> None:
        """Make the report anew; what is being made is dropped."""
        self._stop()
        self.notice.clear()
        self._offer(None)
        desk, ranked = self._desk, self.ranked.isChecked()
        dates: Dates = self.period.currentData()

        def work(progress: Progress) -> Report:
            scope = self._asked(dates)
            with desk.database.read() as session:
                best = None
                if ranked:
                    ground = Ground(
                        session,
                        dates,
                        scope.today,
                        self._where(),
                        authority_id=self._authority_id,
                    )
                    best = suggesting.best(ground, progress)
                return gathering.gather(
                    session,
                    scope,
                    desk.viewer,
                    self._authority_id,
                    best=best,
                    progress=progress,
                )

        job = Job("", work, Lane.LONG)
        job.succeeded.connect(partial(self._show, job))
        job.failed.connect(partial(self._fail, job))
        self._job = job
        self.underway.follow(job, GATHERING)
        desk.jobs.start(job)

    def save(self, path: str) -> None:
        """Write the report that is shown; the ending says as what."""
        report, desk, where = self.report, self._desk, Path(path)
        if report is None:
            return

        def work(_progress: Progress) -> None:
            if where.suffix.lower() == ".xlsx":
                whole_file.write(where, workbook.made(report))
            else:
                board_report.write(report, where)

        desk.jobs.run(
            "",
            work,
            lambda _result: desk.host.say(SAVED.format(where.name)),
            failed=partial(self._fail, None),
        )

    def _where(self) -> Callable[[str], Point | None]:
        gazetteer = self._desk.gazetteer()
        return gazetteer.outcode_centre if gazetteer is not None else _nowhere

    def _show(self, job: Job, report: Report) -> None:
        if job is self._job:
            self._job = None
            self._offer(report)

    def _offer(self, report: Report | None) -> None:
        self.report = report
        self.text.setHtml(board_report.html(report) if report is not None else "")
        for button in (self.pdf, self.book):
            button.setEnabled(report is not None)

    def _fail(self, job: Job | None, trouble: Exception) -> None:
        if job is not None and job is not self._job:
            return
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))

    def _ask_where(self, ending: str, kinds: str, _checked: object = None) -> None:
        if self.report is not None:
            folder = QStandardPaths.StandardLocation.DocumentsLocation
            documents = Path(QStandardPaths.writableLocation(folder))
            path = documents / f"{self.report.name}{ending}"
            ask_where(self, "Save the report", path, self.save, kinds)

    def _place(self, dates: Dates) -> int:
        found = (
            n for n in range(self.period.count()) if self.period.itemData(n) == dates
        )
        return next(found, 0)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(L)
        head.addWidget(Field("Period", self.period))
        head.addWidget(self.ranked, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.underway, 1)
        foot.addStretch(1)
        for button in (self.book, self.pdf, self.back):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * LETTERS)
        wanted.setHeight(metrics.height() * LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.94))

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)


def _nowhere(_district: str) -> None:
    """Without the list of postcodes nobody knows where a district is."""
