"""What a replay would have solved: a sentence, what it costs, and tables beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.table import TableModel
from ui.models.what_if import line_columns
from ui.theme import M, S, Size
from ui.widgets.table import Table
from ui.widgets.text import Words, muted
from venues.services.what_if.asking import COST, NOT_CHECKED, Line, Told


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
        tables = QHBoxLayout()
        tables.setSpacing(M)
        for table in (self.authorities, self.sources):
            table.setMinimumHeight(self.fontMetrics().height() * 9)
            tables.addWidget(table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for words in (self.headline, self.cost, self.more):
            column.addWidget(words)
        column.addLayout(tables)
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
        self.authorities.fit()
        self.sources.fit()
        self.show()

    def clear(self) -> None:
        """Nothing is known any more."""
        self.hide()
