"""A table to read: hairlines, whole rows, copying, and no surprises."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
)

from ui import clipboard, theme
from ui.delegates.badge import BadgeDelegate
from ui.models.table import Index, Row, SortedTable, TableModel, as_html, as_text
from ui.theme import Size

AIR = 18  # how much taller a row is than its text
ARROW = 3  # how much wider a heading is than its words, for the arrow; in lines


class Table(QTableView):
    """Shows a model, sorted and filtered through its columns' keys.

    Enter or a double click opens a row; Ctrl+C copies the chosen rows as text and as
    HTML, exactly as they are shown.

    Signals:
        opened: a row is to be opened; carries the row itself.
        chosen: another row is current; carries the row itself, or None.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, model: TableModel[Row]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.ordered = SortedTable(self)
        self.ordered.setSourceModel(model)
        self.setModel(self.ordered)
        self.setItemDelegate(BadgeDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._copying = QAction("Copy", self)
        self._copying.setShortcut(QKeySequence.StandardKey.Copy)
        self._copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copying.triggered.connect(self.copy)
        self.addAction(self._copying)
        self.doubleClicked.connect(self._open)
        self._hovered = -1
        self.fit_text()

    def current(self) -> object | None:
        """The row that is current, or None."""
        index = self.currentIndex()
        return self.ordered.row(index) if index.isValid() else None

    def picked(self) -> list[object]:
        """The chosen rows, from top to bottom."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return [self.ordered.row(self.ordered.index(row, 0)) for row in sorted(rows)]

    def select(self, index: QModelIndex) -> None:
        """Make that row current and chosen, and bring it into view."""
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            rows = flags.ClearAndSelect | flags.Rows
            self.selectionModel().setCurrentIndex(index, rows)
            self.scrollTo(index)

    def fit(self) -> None:
        """Give each column the width of what it shows."""
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        if not self.isSortingEnabled():
            return
        arrow = ARROW * header.fontMetrics().height()
        for column in range(header.count()):  # Qt forgets the arrow of the order
            title = str(self.ordered.headerData(column, Qt.Orientation.Horizontal))
            least = header.fontMetrics().horizontalAdvance(title) + arrow
            if not header.isSectionHidden(column):
                header.resizeSection(column, max(header.sectionSize(column), least))

    @Slot()
    def copy(self) -> None:
        """Put the chosen rows on the clipboard, with their headings."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        header = self.horizontalHeader()
        order = [
            header.logicalIndex(place)
            for place in range(header.count())
            if not header.isSectionHidden(header.logicalIndex(place))
        ]
        across = Qt.Orientation.Horizontal
        titles = [str(self.ordered.headerData(column, across)) for column in order]
        rows = [
            [str(self.ordered.index(row, column).data() or "") for column in order]
            for row in chosen
        ]
        if rows:
            clipboard.copy(as_text(titles, rows), as_html(titles, rows))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.ordered.row(index))

    def fit_text(self) -> None:
        """Take the size of text that holds now (see ``application.Appearance``)."""
        base = QApplication.font()
        heading = theme.sized(base, Size.SMALL)
        heading.setWeight(QFont.Weight.DemiBold)
        self.horizontalHeader().setFont(heading)
        # The least first: a row is never made lower than it, nor lowered with it.
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + AIR)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + AIR)
        if self.ordered.rowCount():
            self.fit()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.ordered.row(current) if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        view = self.viewport()
        if self._hovered >= 0:
            top = self.rowViewportPosition(self._hovered)
            tall = self.rowHeight(self._hovered)
            QPainter(view).fillRect(0, top, view.width(), tall, c.hover)
        super().paintEvent(event)
        painter = QPainter(view)
        first = self.rowAt(event.rect().top())
        last = self.rowAt(event.rect().bottom())
        last = last if last >= 0 else self.ordered.rowCount() - 1
        for row in range(max(first, 0), last + 1):
            foot = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.fillRect(0, foot, view.width(), 1, c.hairline)
