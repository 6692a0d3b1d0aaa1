"""The list of what keeps people apart, as wide as there is room for it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from ui.models.apart_rows import KEPT_FROM
from ui.models.table import TableModel
from ui.widgets.table import Table
from venues.services.apart.overview import Row

LEAST = 13  # letters of a venue's name that are always shown
EXPENDABLE = (3, 4)  # columns, first to go first; the detail has them all


class ApartTable(Table):
    """Cuts names short, then leaves columns out, rather than push its last one out."""

    def __init__(self, model: TableModel[Row]) -> None:
        super().__init__("Records", model)

    def fit(self) -> None:
        """Give each column what it needs, and the names what is left."""
        for column in EXPENDABLE:
            self.showColumn(column)
        super().fit()
        header = self.horizontalHeader()
        wide = header.sectionSize(KEPT_FROM)
        least = min(wide, LEAST * self.fontMetrics().averageCharWidth())
        for column in EXPENDABLE:
            if self._over() > wide - least:
                self.hideColumn(column)
        over = self._over()
        if over > 0:
            header.resizeSection(KEPT_FROM, max(least, wide - over))

    def _over(self) -> int:
        """How much wider the columns are than the room for them."""
        header = self.horizontalHeader()
        last = header.count() - 1
        needed = sum(header.sectionSize(column) for column in range(last))
        return needed + self.sizeHintForColumn(last) - self.viewport().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
