"""Who is out and where, for managers and the duty manager."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.models import outings as columns
from ui.models.table import TableModel
from ui.outing_work import CHECK_OUT, OutingWork
from ui.theme import L, M, S
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from ui.widgets.notice import Notice
from ui.widgets.wrapped import WrappedTable
from venues.database import catalogue
from venues.domain.outings import Out
from venues.services import outing_sheet

SHOWS = frozenset({"outing", "booking", "staff"})
TICK = 20_000  # milliseconds
EVERYWHERE = "All four"
LETTERS, LINES = 140, 32


class WhoIsOutDialog(QDialog):
    """A list by when they check out; it follows whatever is noted meanwhile."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Who is out")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.authority = ModestBox()
        self.authority.addItem(EVERYWHERE, None)
        with desk.database.read() as session:
            for each in catalogue.read(session).authorities.values():
                self.authority.addItem(each.name, each.id)
        self._model: TableModel[Out] = TableModel(columns.columns(self._now), self)
        self.table = WrappedTable("Who is out", self._model, narrow=(3, 5), grows=False)
        # Or the last column, though narrow, would be cut where there is little room.
        self.table.horizontalHeader().setStretchLastSection(False)
        self._empty = EmptyState(
            "circle-check", "Nobody is out", "Nor will anybody be later today."
        )
        self._stack = QStackedWidget()
        self.notice = Notice()
        self.back = Button("Check out")
        self.copy = Button("Copy", icon="copy")
        self.print = Button("Print…", icon="printer")
        self.close_button = Button("Close")
        self._work = OutingWork(desk, self)
        self._lay_out()
        self._connect()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look again; who is chosen stays chosen."""
        chosen = self.table.current()
        with self._desk.database.read() as session:
            found = outing_sheet.listed(
                session,
                self._desk.viewer,
                self._now(),
                authority_id=self.authority.currentData(),
            )
        self._model.show(found)
        self._stack.setCurrentWidget(self.table if found else self._empty)
        if isinstance(chosen, Out):
            id_ = chosen.id
            self.table.select(self.table.ordered.find(lambda out: out.id == id_))
        self._follow()

    def _now(self) -> datetime:
        return self._desk.now()

    def _connect(self) -> None:
        self.authority.currentIndexChanged.connect(self.reload)
        self.table.chosen.connect(self._follow)
        self.back.clicked.connect(self._check_out)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)
        self.close_button.clicked.connect(self.reject)
        self._work.ended.connect(self._ended)
        self._desk.changes.committed.connect(self._reload_if_shown)
        timer = QTimer(self)
        timer.setInterval(TICK)
        timer.timeout.connect(self.reload)
        timer.start()

    @Slot()
    def _follow(self) -> None:
        any_ = bool(self._model.rows)
        self.copy.setEnabled(any_)
        self.print.setEnabled(any_)
        self.back.setEnabled(isinstance(self.table.current(), Out))

    @Slot()
    def _check_out(self) -> None:
        out = self.table.current()
        if isinstance(out, Out):
            self._work.note(CHECK_OUT, out)

    @Slot(str)
    def _ended(self, refusal: str) -> None:
        if refusal:
            self.notice.say(refusal)
            self.reload()

    @Slot()
    def _copy(self) -> None:
        """The chosen rows, or all where none is."""
        if not self.table.selectedIndexes():
            self.table.selectAll()
        self.table.copy()
        self._desk.host.say("Copied who is out.")

    @Slot()
    def _print(self) -> None:
        # Loaded only now: printing takes long to import, and most days nobody prints.
        from ui.dialogs.print_out import OutSheetDialog  # noqa: PLC0415

        OutSheetDialog(self._desk, self.authority.currentData(), self).open()

    @Slot(frozenset)
    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.reload()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        top = QHBoxLayout()
        top.addWidget(Field("Local authority of the worker", self.authority), 1)
        top.addStretch(2)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.back)
        foot.addStretch(1)
        for button in (self.copy, self.print, self.close_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, L, L, L)
        layout.setSpacing(M)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * LETTERS)
        wanted.setHeight(metrics.height() * LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))
