"""The list of venues as a table that stays quick with thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent

from ui.models.table import TableModel
from ui.models.venues import venue_columns
from ui.theme import XS
from ui.widgets.table import Table
from venues.services.catalogue_list import VenueRow

Order = Qt.SortOrder

MARGIN = 10  # beside the words of a heading
LEAST = 20  # letters of a venue's name that are always shown


class VenueTable(Table):
    """Sorts its rows before it shows them.

    A table that asks for the keys of each pair of cells takes longer than a frame for
    two thousand venues.

    Signals:
        sorted_by: another order was asked for; carries the column and whether it
            falls.
    """

    sorted_by = Signal(int, bool)

    def __init__(self, twenty_four: Callable[[], bool]) -> None:
        self._columns = venue_columns(twenty_four)
        self._venues: TableModel[VenueRow] = TableModel(self._columns)
        self._rows: tuple[VenueRow, ...] = ()
        self._order = (0, False)
        self._fitted = False
        super().__init__("Venues", self._venues)
        self._venues.setParent(self)
        self.setSortingEnabled(False)
        self.ordered.sort(-1)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Order.AscendingOrder)
        header.sortIndicatorChanged.connect(self._resort)

    def show_rows(self, rows: Iterable[VenueRow]) -> None:
        """Show these in the order that was asked for; the chosen one stays chosen.

        Nothing is announced: whoever shows other rows knows that they did.
        """
        self._rows = tuple(rows)
        self._fill(self.chosen_id())
        if self._rows and not self._fitted:
            self.fit()

    def sort_by(self, column: int, *, falling: bool) -> None:
        """Put the rows in the order of that column."""
        order = Order.DescendingOrder if falling else Order.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def chosen_id(self) -> int | None:
        """The id of the venue that is chosen, if there is one."""
        row = self.current()
        return row.id if isinstance(row, VenueRow) else None

    def choose(self, venue_id: int | None) -> bool:
        """Choose that venue; whether it is in the list."""
        place = self._venues.place(lambda row: row.id == venue_id)
        if place >= 0:
            self.select(self.ordered.index(place, 0))
        return place >= 0

    @Slot(int, Order)
    def _resort(self, column: int, order: Qt.SortOrder) -> None:
        wanted = (column, order == Order.DescendingOrder)
        if wanted != self._order:
            self._order = wanted
            self._fill(self.chosen_id())
            self.fit()
            self.sorted_by.emit(*wanted)

    def _fill(self, chosen: int | None) -> None:
        column, falling = self._order
        rows = sorted(self._rows, key=self._columns[column].key, reverse=falling)
        place = self.verticalScrollBar().value()
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own way of saying it
        self._venues.show(rows)
        self.choose(chosen)
        self.blockSignals(blocked)
        self.verticalScrollBar().setValue(place)

    def fit(self) -> None:
        """Give each column what it shows, and the sorted one room for its arrow."""
        header = self.horizontalHeader()
        metrics = header.fontMetrics()
        for column, each in enumerate(self._columns):
            title = metrics.horizontalAdvance(each.title) + 2 * MARGIN
            if column == self._order[0]:
                title += metrics.height() + XS
            wide = max(title, self.sizeHintForColumn(column) + 1)
            header.resizeSection(column, wide)
        self._fitted = True
        self._spread()

    def _spread(self) -> None:
        """Give what is left of the width to the names."""
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(0)
        least = self.fontMetrics().averageCharWidth() * LEAST
        header.resizeSection(0, max(least, self.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self._spread()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and self._fitted:
            self.fit()
