"""The list of venues as a table that stays quick with thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent

from ui.models.table import TableModel
from ui.models.venue_rows import EXPENDABLE, NEEDS, Marks, venue_columns
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
        self._marks = Marks()
        self._columns = venue_columns(twenty_four, self._marked)
        self._venues: TableModel[VenueRow] = TableModel(self._columns)
        self._rows: tuple[VenueRow, ...] = ()
        self._order = (0, False)
        self._fitted = False
        self._needs = False
        self._widths: list[int] = []
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

    def mark(self, marks: Marks) -> None:
        """What stands beside the venues from the next rows on."""
        self._marks = marks

    def show_needs(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Say of each venue what it needs, in the place of what it is."""
        self._needs = on
        if self._fitted:
            self.fit()

    def column(self, title: str) -> int:
        """The number of the column of that title, or -1."""
        titles = [each.title for each in self._columns]
        return titles.index(title) if title in titles else -1

    def title(self, column: int) -> str:
        """What stands above that column."""
        return self._columns[column].title

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
        """Give each column what it shows, and the sorted one room for its arrow.

        An empty list shows nothing to go by: the next rows are fitted then.
        """
        if not self._rows:
            self._fitted = False
            return
        header = self.horizontalHeader()
        metrics = header.fontMetrics()
        self._widths = []
        for column, each in enumerate(self._columns):
            title = metrics.horizontalAdvance(each.title) + 2 * MARGIN
            if column == self._order[0]:
                title += metrics.height() + XS
            self._widths.append(max(title, self.sizeHintForColumn(column) + 1))
        self._fitted = True
        self._spread()

    def _spread(self) -> None:
        """Leave out what does not fit, and give the names what is left of the width."""
        header = self.horizontalHeader()
        whole = self.viewport().width()
        least = self.fontMetrics().averageCharWidth() * LEAST
        shown = set(range(1, len(self._columns)))
        shown.discard(self.column("Open today" if self._needs else NEEDS))
        for title in EXPENDABLE:
            if least + sum(self._widths[column] for column in shown) > whole:
                shown.discard(self.column(title))
        for column in range(1, len(self._columns)):
            header.setSectionHidden(column, column not in shown)
            header.resizeSection(column, self._widths[column])
        others = sum(self._widths[column] for column in shown)
        header.resizeSection(0, max(least, whole - others))

    def _marked(self) -> Marks:
        return self._marks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self._spread()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and self._fitted:
            self.fit()
