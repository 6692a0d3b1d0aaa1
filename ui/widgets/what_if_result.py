"""What a replay would have solved: a sentence, what it costs, and tables beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.models.table import TableModel
from ui.models.what_if import line_columns
from ui.theme import M, S, Size
from ui.widgets.table import Table
from ui.widgets.text import Words, muted
from venues.services.what_if.asking import COST, NOT_CHECKED, Line, Told

NARROW = 110
"""Letters of width below which the tables stand one under the other."""


class WhatIfResult(QWidget):
    """Takes no room until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = Words("", size=Size.TITLE, strong=True, wrap=True)
        self.cost = Words("", wrap=True)
        self.more = Words("", wrap=True)
        by_authority, by_source = line_columns("Authority"), line_columns("What it was")
        self._authorities: TableModel[Line] = TableModel(by_authority, self)
        self._sources: TableModel[Line] = TableModel(by_source, self)
        self.authorities = Table("Solved by authority", self._authorities)
        self.sources = Table("Solved by what it was", self._sources)
        self._tables = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tables.setSpacing(M)
        for table in (self.authorities, self.sources):
            self._tables.addWidget(table, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for words in (self.headline, self.cost, self.more):
            column.addWidget(words)
        column.addLayout(self._tables)
        column.addWidget(muted(f"{COST} {NOT_CHECKED}", wrap=True))
        self.hide()

    def say(self, told: Told) -> None:
        """Show what came of a replay."""
        self.headline.setText(told.headline)
        self.cost.setText(told.cost)
        self.more.setText(" ".join(told.more))
        self.more.setVisible(bool(told.more))
        self._authorities.show(told.authorities)
        self._sources.show(told.sources)
        self._fit()
        self.show()

    def clear(self) -> None:
        """Nothing is known any more."""
        self.hide()

    def _fit(self) -> None:
        """Each table is as tall as its rows, and has room for its columns."""
        for table in (self.authorities, self.sources):
            table.fit()
            head = table.horizontalHeader().sizeHint().height()
            rows = table.ordered.rowCount()
            row = table.verticalHeader().defaultSectionSize()
            bar = table.horizontalScrollBar().sizeHint().height()
            table.setFixedHeight(head + rows * row + bar)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        ways = QBoxLayout.Direction
        self._tables.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
