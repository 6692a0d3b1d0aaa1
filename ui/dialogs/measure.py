"""One measure: what it means, its parts as a picture and as numbers, and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.jobs import Lane, Progress
from ui.models.evidence_rows import Row, numbered, of_rows, of_table
from ui.models.table import TableModel
from ui.theme import XL, L, M, S, Size
from ui.widgets.bar_list import BarList
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Scroller
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.heat_grid import HeatGrid
from ui.widgets.table import Table
from ui.widgets.text import Words, muted, small
from ui.widgets.twopanes import TwoPanes
from venues.errors import VenuesError
from venues.services.evidence import behind
from venues.services.evidence.behind import Rows
from venues.services.evidence.scope import Scope
from venues.services.evidence.shown import Line, Shown
from venues.services.evidence.shown import Table as Numbers

WIDE, HIGH = 132, 36
"""Letters and lines, as far as the screen goes."""

BESIDE = 96
"""Letters; narrower than that, the numbers stand under the picture."""

GOES_WELL = frozenset({"coverage"})
"""Measures of which much is good."""


class MeasureDialog(QDialog):
    """To read and to copy; rows are read when somebody asks for them."""

    def __init__(
        self,
        desk: Desk,
        shown: Shown,
        scope: Scope,
        authority_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Evidence")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._shown = desk, shown
        self._scope, self._authority_id = scope, authority_id
        self._asked = False
        goes_well = shown.definition.key in GOES_WELL
        title = shown.definition.title
        self.which = QComboBox()
        self.heat = HeatGrid(title, goes_well=goes_well)
        self.bars = BarList(title, of_all=shown.definition.unit.is_share)
        self.pictures = QStackedWidget()
        self.numbers = Table(title, TableModel[Line](()))
        self.rows = Table("What it counts", TableModel[Row](()))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Parts and rows")
        self.about_rows = muted(wrap=True)
        self.no_rows = EmptyState("eye", "Reading…")
        self.shut = PrimaryButton("Close")
        self.copy = Button("Copy the numbers", icon="copy")
        self._lay_out()
        for table in shown.tables:
            self.which.addItem(table.title, table.key)
        self.which.currentIndexChanged.connect(self._show)
        self.tabs.currentChanged.connect(self._turn)
        self.copy.clicked.connect(self._copy)
        self.shut.clicked.connect(self.reject)
        for picture in (self.heat, self.bars):
            picture.opened.connect(self.numbers.setFocus)
        self._show()

    def choose(self, key: str) -> None:
        """Show that table, if the measure has it."""
        at = self.which.findData(key)
        if at >= 0:
            self.which.setCurrentIndex(at)

    def table(self) -> Numbers | None:
        """The table that is shown."""
        return self._shown.table(str(self.which.currentData()))

    @Slot()
    def _show(self) -> None:
        table = self.table()
        self.which.setEnabled(self.which.count() > 1)
        if table is None:
            return
        picture = self.heat if table.heat else self.bars
        picture.show_table(table)
        self.pictures.setCurrentIndex(0 if table.heat else 1)
        self.numbers.setAccessibleName(f"{table.title}, numbers")
        _fill(self.numbers, TableModel(of_table(table), self), table.lines)

    @Slot(int)
    def _turn(self, _tab: int) -> None:
        """Read the rows the first time they are looked at."""
        parts = self.tabs.currentWidget() is self._parts
        self.copy.setEnabled(parts or not self.rows.isHidden())
        if parts or self._asked:
            return
        self._asked = True
        desk, key = self._desk, self._shown.definition.key
        if why := behind.why_not(desk.viewer, self._shown.definition):
            self.no_rows.say("No rows", why)
            return

        def work(_progress: Progress) -> Rows:
            with desk.database.read() as session:
                return behind.read(
                    session, self._scope, desk.viewer, key, self._authority_id
                )

        desk.jobs.run("", work, self._show_rows, failed=self._fail, lane=Lane.QUICK)

    def _show_rows(self, found: Rows) -> None:
        if not found.lines:
            self.no_rows.say(
                "Nothing in these days", "Choose other days, or all of it."
            )
            return
        _fill(self.rows, TableModel(of_rows(found), self), numbered(found))
        shown = len(found.lines)
        words = f"{found.total:,} in all."
        if shown < found.total:
            words = f"The first {shown:,} of {found.total:,}."
        self.about_rows.setText(words)
        self.no_rows.hide()
        self.rows.show()
        self.copy.setEnabled(True)

    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.no_rows.say("No rows", str(trouble))

    @Slot()
    def _copy(self) -> None:
        """All of the numbers, or of the rows, whichever is in front."""
        table = self.rows if self.tabs.currentWidget() is self._behind else self.numbers
        table.selectAll()
        table.copy()
        table.clearSelection()

    def _lay_out(self) -> None:
        shown, layout = self._shown, QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        said = shown.headline
        number = " · ".join(each for each in (said.words, said.detail) if each)
        layout.addWidget(Words(shown.definition.title, size=Size.TITLE, strong=True))
        layout.addWidget(Words(number, strong=True, wrap=True))
        layout.addWidget(muted(shown.definition.words, wrap=True))
        if shown.notice:
            layout.addWidget(small(shown.notice, wrap=True))
        self._parts, self._behind = QWidget(), QWidget()
        self._lay_out_parts()
        column = QVBoxLayout(self._behind)
        column.setContentsMargins(0, M, 0, 0)
        for widget in (self.about_rows, self.rows, self.no_rows):
            column.addWidget(widget)
        self.rows.hide()
        if shown.tables:
            self.tabs.addTab(self._parts, "Parts")
        self.tabs.addTab(self._behind, "What it counts")
        layout.addWidget(self.tabs, 1)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.copy)
        line.addStretch(1)
        line.addWidget(self.shut)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        wide, high = WIDE * metrics.averageCharWidth(), HIGH * metrics.height()
        room = self.screen().availableSize() * 0.94
        self.resize(min(wide, room.width()), min(high, room.height()))

    def _lay_out_parts(self) -> None:
        for picture in (self.heat, self.bars):
            around = QWidget()
            column = QVBoxLayout(around)
            column.setContentsMargins(0, S, M, S)
            column.addWidget(picture)
            column.addStretch(1)
            self.pictures.addWidget(Scroller(around))
        panes = TwoPanes(self.pictures, self.numbers, letters=BESIDE, shares=(11, 9))
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, M, 0, 0)
        column.setSpacing(M)
        column.addWidget(Field("Show", self.which))
        column.addWidget(panes, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn(0)  # there may be no parts


def _fill(table: Table, model: TableModel[Any], rows: Sequence[Any]) -> None:
    """Show rows with columns of their own, as they came."""
    model.show(rows)
    table.ordered.setSourceModel(model)
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    table.fit()
