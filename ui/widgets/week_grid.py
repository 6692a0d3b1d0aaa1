"""Rooms by the days of a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from ui.delegates import blocks
from ui.delegates.week import WeekDelegate
from ui.models.grid import Band, Cell, Sheet
from ui.theme import Colours
from ui.widgets.carry import STEP, Place, Target
from ui.widgets.carrying_grid import CarryingGrid
from ui.widgets.grid_headers import DayRuler


class WeekGrid(CarryingGrid):
    """Each day of a room is a pile of lines, one for each booking."""

    draws = False

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet, DayRuler)

    def mark(self, now: datetime) -> None:
        """Let that day's column stand out."""
        if isinstance(self.ruler, DayRuler):
            self.ruler.today = now.date()
            self.ruler.viewport().update()

    def place_at(self, point: QPoint) -> Place | None:
        """The room and the day at a point of the viewport; a heading is nowhere."""
        found = next(self.bands_between(point.y(), point.y()), None)
        column = self.columnAt(min(max(point.x(), 0), self.viewport().width() - 1))
        if found is None or found[0].room is None or column < 0:
            return None
        return Place(found[0].room.id, self.sheet.days[column])

    def target_box(self, target: Target) -> QRect | None:
        """The whole day of the room, or None if it is not shown."""
        if target.day not in self.sheet.days:
            return None
        column = self._column(self.sheet.days.index(target.day))
        for band in self.sheet.bands:
            if band.room and band.room.id == target.room_id:
                top, until = self._tops[band.row], self._tops[band.row + band.rows]
                return QRect(
                    column.x() + 1, top + 1, column.width() - 3, until - top - 3
                )
        return None

    def _column(self, number: int) -> QRect:
        at = self.ruler.sectionPosition(number)
        return QRect(at, 0, self.ruler.sectionSize(number), self._tops[-1])

    def nudged(self, target: Target, key: Qt.Key, *, stretch: bool) -> Target:
        """Where an arrow takes it: a day, or a room."""
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            if stretch:
                return target.longer(by * STEP)
            days = self.sheet.days
            at = min(max(days.index(target.day) + by, 0), len(days) - 1)
            return replace(target, day=days[at])
        down = 1 if key == Qt.Key.Key_Down else -1
        return target.begun(down * STEP) if stretch else self.neighbour(target, down)

    def _row_heights(self) -> list[int]:
        delegate, heading = WeekDelegate(self.pens), self._heading_height()
        return [
            tall
            for band in self.sheet.bands
            for tall in ([heading] if band.heading else delegate.rows(band))
        ]

    def _column_widths(self) -> list[int]:
        count = len(self.sheet.days)
        least = count * WeekDelegate(self.pens).day_wide()
        wide = max(self.viewport().width(), least)
        return [(n + 1) * wide // count - n * wide // count for n in range(count)]

    def _box(self, cell: Cell, top: int, tall: int) -> QRect:
        column = self._column(cell.column)
        if cell.seen is not None or cell.part:
            return WeekDelegate(self.pens).box(column, top, tall)
        return QRect(column.x() + 1, top + 1, column.width() - 3, tall - 3)

    def _paint_behind(self, painter: QPainter, area: QRect, c: Colours) -> None:
        """The lines between the days are drawn over the hatches, band by band."""

    def _paint_band(
        self, painter: QPainter, band: Band, area: QRect, c: Colours
    ) -> None:
        delegate, four = WeekDelegate(self.pens), self.sheet.twenty_four
        columns = [self._column(n) for n in range(len(self.sheet.days))]
        for number, _, word in band.closed:
            column = columns[number]
            place = QRect(column.x(), area.top(), column.width(), area.height())
            blocks.closed(painter, place, word, self.pens, c)
        for column in columns:
            painter.fillRect(column.right(), area.top(), 1, area.height(), c.hairline)
        for cell, box in self.placed(band):
            if cell.seen is None:
                delegate.shut(painter, cell, box, c, twenty_four=four)
                continue
            chosen = (cell.row, cell.column) in self._picked
            delegate.block(painter, cell.seen, box, c, chosen=chosen, twenty_four=four)
