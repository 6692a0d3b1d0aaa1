"""The list of what keeps people apart, as wide as there is room for it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from ui.models.apart_rows import KEPT_FROM
from ui.models.table import TableModel
from ui.widgets.table import Table
from venues.services.apart.overview import Row

LEAST = 13  # letters of a venue's name that are always shown


class ApartTable(Table):
    """Cuts the names of venues short rather than push its last columns out."""

    def __init__(self, model: TableModel[Row]) -> None:
        super().__init__("Records", model)

    def fit(self) -> None:
        """Give each column what it needs, and the names what is left."""
        super().fit()
        header = self.horizontalHeader()
        last = header.count() - 1
        needed = sum(header.sectionSize(column) for column in range(last))
        needed += self.sizeHintForColumn(last)
        over = needed - self.viewport().width()
        if over > 0:
            least = LEAST * self.fontMetrics().averageCharWidth()
            wide = header.sectionSize(KEPT_FROM)
            header.resizeSection(KEPT_FROM, max(min(wide, least), wide - over))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
