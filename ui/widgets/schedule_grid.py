"""The schedule as a table: what Day, Room and Week have in common.

It is Qt's own table view with spans, so screen readers get a whole table for nothing;
all of it is drawn in one go, since a delegate for each cell is four times as slow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import accumulate

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QRect,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from ui import theme
from ui.delegates import blocks
from ui.delegates.blocks import Pens
from ui.models.grid import Band, Cell, GridModel, Sheet, What
from ui.models.table import Index
from ui.theme import Colours, M
from ui.widgets.grid_choice import GridChoice
from ui.widgets.grid_headers import DayRuler, HourRuler, RoomHeader
from ui.widgets.text import MUTED, Words
from venues.domain.privacy import Seen

FONTS = (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange)


class ScheduleGrid(QTableView):
    """Shows a sheet; everything that is asked of it goes to the page.

    Signals:
        opened: Enter or a double click on a cell; carries the cell.
        chosen: other bookings are chosen.
        folded: a venue's heading was clicked; carries the venue's id.
        pointed: a name at the left was clicked; carries its band.
        menu_asked: the context menu is wanted; carries where on the screen.
    """

    opened = Signal(object)
    chosen = Signal()
    folded = Signal(int)
    pointed = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(self, sheet: Sheet, ruler: type[HourRuler | DayRuler]) -> None:
        super().__init__()
        self.pens = Pens(self.font(), self.devicePixelRatioF())
        self.movable: Callable[[Seen], bool] = _never
        self._tops = [0]
        self._rows: list[int] = []
        self._booked: dict[int, list[Cell]] = {}
        self._placed: dict[int, list[tuple[Cell, QRect]]] = {}
        self._picked: set[tuple[int, int]] = set()
        self.rooms = RoomHeader(self, self.bands_between)
        self.ruler = ruler(self)
        self.corner = Words(size=theme.Size.SMALL, ink=MUTED, wrap=True)
        self.corner.setParent(self)
        self.corner.setContentsMargins(M, 0, 4, 0)
        self.grid = GridModel(sheet, self)
        self._dress()
        self.choice = GridChoice(self, self.grid)
        self.setModel(self.grid)
        self.rooms.pointed.connect(self._point)
        self.selectionModel().selectionChanged.connect(self._note_choice)
        self.show_sheet(sheet)

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self.grid.sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, keeping what is chosen, current and in view."""
        self.choice.keep()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        places = across.value(), down.value()
        self.grid.show(sheet)
        self.rooms.sheet = self.ruler.sheet = sheet
        self._rows = [band.row for band in sheet.bands]
        self._booked = defaultdict(list)
        cells = sheet.cells()
        for cell in cells:
            if cell.seen is not None or cell.part:
                self._booked[self.band_of(cell).row].append(cell)
        self._arrange()
        self._span(cells)
        self.choice.restore()
        across.setValue(places[0])
        down.setValue(places[1])

    def current(self) -> Cell | None:
        """The cell that has the keyboard."""
        return self.choice.current()

    def bands_between(self, top: int, bottom: int) -> Iterator[tuple[Band, int, int]]:
        """The bands in sight between two heights of the viewport: band, top, height."""
        down = self.verticalOffset()
        for band in self.sheet.bands:
            first = self._tops[band.row] - down
            last = self._tops[band.row + band.rows] - down
            if first > bottom:
                return
            if last > top:
                yield band, first, last - first

    def band_of(self, cell: Cell) -> Band:
        """The band in which a cell stands."""
        return self.sheet.bands[bisect_right(self._rows, cell.row) - 1]

    def placed(self, band: Band) -> list[tuple[Cell, QRect]]:
        """What stands in a band, each with its place in pixels of the whole grid."""
        if band.row not in self._placed:
            cells = self._booked.get(band.row, ())
            self._placed[band.row] = [(cell, self.cell_box(cell)) for cell in cells]
        return self._placed[band.row]

    def content_height(self) -> int:
        """How high it is with nothing scrolled away."""
        bar = self.horizontalScrollBar()
        lying = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        return self.ruler.sizeHint().height() + self._tops[-1] + lying

    def cell_box(self, cell: Cell) -> QRect:
        """Where a cell is drawn, in pixels of the whole grid."""
        top, until = self._tops[cell.row], self._tops[cell.row + cell.rows]
        if cell.what is What.HEADING:
            aside = self.rooms.width()
            wide = aside + self.viewport().width()
            return QRect(self.horizontalOffset() - aside, top, wide, until - top)
        return self._box(cell, top, until - top)

    def _box(self, cell: Cell, top: int, tall: int) -> QRect:
        raise NotImplementedError

    def _row_heights(self) -> list[int]:
        raise NotImplementedError

    def _column_widths(self) -> list[int]:
        raise NotImplementedError

    def _paint_behind(self, painter: QPainter, area: QRect, c: Colours) -> None:
        raise NotImplementedError

    def _paint_band(
        self, painter: QPainter, band: Band, area: QRect, c: Colours
    ) -> None:
        raise NotImplementedError

    def _paint_over(self, painter: QPainter, c: Colours) -> None:
        """Draw what lies over everything."""

    def _offset(self) -> QPoint:
        """How far it is scrolled."""
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def _heading_height(self) -> int:
        return self.pens.strong.height + M

    def _dress(self) -> None:
        self.setAccessibleName("Schedule")
        self.setVerticalHeader(self.rooms)
        self.setHorizontalHeader(self.ruler)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)

    def _arrange(self) -> None:
        """Give every row its height and every column its width."""
        heights = self._row_heights()
        self._tops = [0, *accumulate(heights)]
        self.rooms.measure()
        self.rooms.set_sizes(heights)
        self._fit()
        self.updateGeometries()

    def _fit(self) -> None:
        """Spread the columns over what there is room for."""
        self._placed.clear()
        if self.ruler.set_sizes(self._column_widths()):
            self.updateGeometries()
            self.viewport().update()

    def _span(self, cells: list[Cell]) -> None:
        self.clearSpans()
        for cell in cells:
            if cell.rows > 1 or cell.columns > 1:
                self.setSpan(cell.row, cell.column, cell.rows, cell.columns)

    def _note_choice(self) -> None:
        self._picked = {(cell.row, cell.column) for cell in self.choice.picked()}
        self.viewport().update()
        self.chosen.emit()

    def _point(self, band: Band) -> None:
        if band.venue is not None:
            self.folded.emit(band.venue.id)
        else:
            self.pointed.emit(band)

    def _fit_fonts(self) -> None:
        pens = Pens(self.font(), self.devicePixelRatioF())
        self.pens = self.rooms.pens = self.ruler.pens = pens
        self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in FONTS:
            self._fit_fonts()
        return done

    def _ring(self) -> None:
        """Mark a heading that has the keyboard in the names at the left too."""
        cell = self.current()
        ringed = cell is not None and cell.what is What.HEADING and self.hasFocus()
        self.rooms.ring(self.band_of(cell) if cell and ringed else None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._ring()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.corner.setGeometry(0, 0, self.rooms.width(), self.ruler.height() - 1)
        self.corner.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = self.current()
            if cell is None:
                return
            box = self.cell_box(cell)
            place = self.viewport().mapToGlobal(box.center() - self._offset())
        else:
            place = event.globalPos()
        self.menu_asked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self.viewport())
        seen, offset = event.rect(), self._offset()
        painter.fillRect(seen, c.surface)
        painter.translate(-offset)
        area = seen.translated(offset)
        self._paint_behind(painter, area, c)
        for band, top, tall in self.bands_between(seen.top(), seen.bottom()):
            box = QRect(area.left(), top + offset.y(), area.width(), tall)
            if band.heading:
                strip = self.cell_box(self.sheet.grid[band.row][0])
                blocks.heading(painter, strip, band, self.pens, c)
            else:
                self._paint_band(painter, band, box, c)
                painter.fillRect(box.left(), box.bottom(), box.width(), 1, c.hairline)
        cell = self.current()
        if cell is not None and self.hasFocus():
            blocks.ring(painter, self.cell_box(cell), c)
        self._paint_over(painter, c)


def _never(_row: Seen) -> bool:
    return False
