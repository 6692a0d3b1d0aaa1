"""Where safe rooms are missing, how those there are are used, and what was tried."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.measure import MeasureDialog
from ui.dialogs.other_dates import OtherDatesDialog
from ui.dialogs.report import ReportDialog
from ui.pages.evidence_options import EvidenceOptions
from ui.pages.evidence_reading import EvidenceReading
from ui.pages.what_if import WhatIfView
from ui.theme import L, M
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Scroller
from ui.widgets.coverage_view import CoverageView, Covered
from ui.widgets.evidence_figures import EvidenceFigures
from ui.widgets.header import PageHeader
from ui.widgets.notice import Notice
from ui.widgets.period_choice import PeriodChoice
from ui.widgets.segmented import Segmented
from ui.widgets.venue_map import Opener, read_atlas
from venues.database import catalogue as catalogues
from venues.domain.people import Role
from venues.domain.reporting import Dates
from venues.errors import VenuesError
from venues.services.evidence import showing
from venues.services.evidence.shown import ALL, Evidence

SHOWS = frozenset(
    {
        *("assessment", "answer", "authority", "booking", "booking_room", "closed_day"),
        *("closure", "code", "criterion", "hours", "incident", "override", "room"),
        *("search", "setting", "sign_off", "term", "unmet_need", "venue", "worker"),
    }
)
"""Tables from which figures come."""

FIGURES, COVERAGE, OPTIONS = "figures", "coverage", "options"
WHAT_IF = "what if"
PAUSE = 800
"""Milliseconds that the page waits for further changes before it counts again."""


class EvidencePage(QWidget):
    """Figures of the days chosen, and coverage on the map.

    Hints of ``show_page("evidence", …)``: ``view``, one of those above.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, opener: Opener = read_atlas
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._evidence: Evidence | None = None
        self._stale = True
        today = desk.now().date()
        board = desk.viewer.role is Role.BOARD
        self.header = PageHeader("Evidence")
        offered = showing.offered(desk.viewer, today)
        self.period = PeriodChoice(offered, any_dates=not board)
        self.authority = QComboBox()
        self.authority.setAccessibleName("Authority")
        self._views = (
            (FIGURES, "Figures"),
            (COVERAGE, "Coverage map"),
            (OPTIONS, "Options explored"),
            *(() if board else ((WHAT_IF, "What if"),)),
        )
        self.views = Segmented("What is shown", self._views)
        self.views.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.notice = Notice()
        self.reading = EvidenceReading(desk, self)
        self.figures = EvidenceFigures()
        self.coverage = CoverageView(desk.jobs, opener)
        self.options = EvidenceOptions(desk)
        self.what_if = None if board else WhatIfView(desk)
        self.report = PrimaryButton("Board report…")
        self._stack = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._fill_authorities()
        self._lay_out()

        self.period.changed.connect(self.reload)
        self.period.asked.connect(self._ask_dates)
        self.authority.currentIndexChanged.connect(self.reload)
        self.views.changed.connect(self._turn)
        self.figures.opened.connect(self._open)
        self.coverage.asked.connect(self.reading.cover)
        self.reading.counted.connect(self._show)
        self.reading.covered.connect(self._cover)
        self.reading.failed.connect(self._fail)
        self.report.clicked.connect(self._open_report)
        self.options.failed.connect(self._fail)
        self._timer.timeout.connect(self._reload_if_shown)
        desk.changes.committed.connect(self._follow)

    def take(self, view: str = "") -> None:
        """Show one of the views."""
        if view:
            self.views.choose(view)

    def focus_first(self) -> None:
        """Put the keyboard on the period."""
        self.period.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def evidence(self) -> Evidence | None:
        """What is shown now."""
        return self._evidence

    @Slot()
    def reload(self) -> None:
        """Count everything again."""
        self._stale = False
        self.notice.clear()
        self.reading.count(self.period.dates, self.authority.currentData())
        self._look()

    @Slot(str)
    def _turn(self, view: str) -> None:
        self._stack.setCurrentIndex([key for key, _ in self._views].index(view))
        self._look()

    def _look(self) -> None:
        """Read what the view in front shows beside the figures."""
        view = self.views.value()
        if view == COVERAGE:
            self.coverage.draw()
            self.reading.cover(*self.coverage.chosen())
        elif view == OPTIONS:
            self.options.show_of(self.authority.currentData())
        elif self.what_if is not None and view == WHAT_IF:
            self.what_if.take(self.period.dates, self.authority.currentData())

    @Slot()
    def _open_report(self) -> None:
        authority_id = self.authority.currentData()
        dialog = ReportDialog(
            self._desk,
            self.reading.asked,
            self.period.dates,
            authority_id,
            self.window(),
        )
        dialog.open()

    @Slot(object)
    def _show(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.figures.show_evidence(evidence)
        self.figures.setEnabled(True)

    @Slot(object)
    def _cover(self, covered: Covered) -> None:
        self.coverage.show_covered(covered)

    @Slot(object)
    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))

    @Slot(str, str)
    def _open(self, key: str, table: str) -> None:
        if self._evidence is None:
            return
        scope = self.reading.scope(self._evidence.dates)
        dialog = MeasureDialog(
            self._desk,
            self._evidence.measures[key],
            scope,
            self._evidence.authority_id,
            self.window(),
        )
        dialog.choose(table)
        dialog.open()

    @Slot()
    def _ask_dates(self) -> None:
        dialog = OtherDatesDialog(
            self.period.dates, lambda: self._desk.now().date(), self.window()
        )
        dialog.chosen.connect(self._choose_dates)
        dialog.open()

    @Slot(object)
    def _choose_dates(self, dates: Dates) -> None:
        self.period.choose(dates)

    @Slot(object)
    def _follow(self, tables: frozenset[str]) -> None:
        if "option_explored" in tables and self.views.value() == OPTIONS:
            self._look()
        if tables & SHOWS:
            self._stale = True
            self._timer.start()

    @Slot()
    def _reload_if_shown(self) -> None:
        if self._stale and self.isVisible():
            self.reload()

    def _fill_authorities(self) -> None:
        with self._desk.database.read() as session:
            known = catalogues.read(session).authorities.values()
        self.authority.addItem(ALL, None)
        for each in known:
            self.authority.addItem(each.name, each.id)

    def _lay_out(self) -> None:
        self.header.beside(self.period)
        self.header.beside(self.authority)
        self.header.add(self.report)
        self._stack.addWidget(Scroller(self.figures))
        self._stack.addWidget(self.coverage)
        self._stack.addWidget(self.options)
        if self.what_if is not None:
            self._stack.addWidget(Scroller(self.what_if))
        column = QVBoxLayout(self)
        column.setContentsMargins(L + 4, M, L + 4, L)
        column.setSpacing(M)
        views = QHBoxLayout()
        views.addWidget(self.views)
        views.addWidget(self.reading.underway, 1)
        views.addStretch(1)
        column.addWidget(self.header)
        column.addLayout(views)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.reading.busy:  # typing elsewhere does not wait for it
            self.reading.stop()
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
