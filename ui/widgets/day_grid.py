"""Rooms by the hours of a day, or one room's days by their hours."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from ui.delegates.day import DayDelegate
from ui.models.grid import HOUR, Band, Cell, Sheet, minute_of
from ui.theme import Colours
from ui.widgets.carry import STEP, Place, Target
from ui.widgets.carrying_grid import CarryingGrid
from ui.widgets.grid_headers import HourRuler


class DayGrid(CarryingGrid):
    """Time runs from left to right; a line across the rooms says what time it is."""

    def __init__(self, sheet: Sheet) -> None:
        self._now: datetime | None = None
        self._scale = 1.0  # pixels to a minute
        super().__init__(sheet, HourRuler)

    def mark(self, now: datetime) -> None:
        """Move the line to that time."""
        self._now = now
        self.viewport().update()

    def across(self, minute: int) -> int:
        """Where a minute after midnight is, in pixels of the whole grid."""
        return round((minute - self.sheet.marks[0]) * self._scale)

    def minute(self, x: int) -> int:
        """The minute after midnight at a pixel of the whole grid."""
        first, last = self.sheet.marks[0], self.sheet.marks[-1]
        return round(min(max(first + x / self._scale, first), last))

    def place_at(self, point: QPoint) -> Place | None:
        """The room, day and time at a point of the viewport; a heading is nowhere."""
        found = next(self.bands_between(point.y(), point.y()), None)
        if found is None or found[0].room is None or found[0].day is None:
            return None
        minute = self.minute(point.x() + self.horizontalOffset())
        return Place(found[0].room.id, found[0].day, minute)

    def target_box(self, target: Target) -> QRect | None:
        """Where a target is drawn, or None if its room is not shown."""
        for band in self.sheet.bands:
            if band.room and (band.room.id, band.day) == (target.room_id, target.day):
                top, until = self._tops[band.row], self._tops[band.row + band.rows]
                left, right = self.across(target.start), self.across(target.end)
                return QRect(left, top + 3, right - left, until - top - 7)
        return None

    def nudged(self, target: Target, key: Qt.Key, *, stretch: bool) -> Target:
        """Where an arrow takes it: a quarter of an hour, or a room or day."""
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = STEP if key == Qt.Key.Key_Right else -STEP
            return target.longer(by) if stretch else target.later(by)
        down = 1 if key == Qt.Key.Key_Down else -1
        return target.begun(down * STEP) if stretch else self.neighbour(target, down)

    def _row_heights(self) -> list[int]:
        tall, heading = DayDelegate(self.pens).tall, self._heading_height()
        return [
            heading if band.heading else tall
            for band in self.sheet.bands
            for _ in range(band.rows)
        ]

    def _column_widths(self) -> list[int]:
        marks = self.sheet.marks
        least = DayDelegate(self.pens).hour_wide() * (marks[-1] - marks[0]) // HOUR
        self._scale = max(self.viewport().width(), least) / (marks[-1] - marks[0])
        return [
            self.across(until) - self.across(since) for since, until in pairwise(marks)
        ]

    def _box(self, cell: Cell, top: int, tall: int) -> QRect:
        return DayDelegate(self.pens).box(cell, top, tall, self.across)

    def _paint_behind(self, painter: QPainter, area: QRect, c: Colours) -> None:
        rows = QRect(area.left(), area.top(), area.width(), self._tops[-1] - area.top())
        DayDelegate(self.pens).hours(painter, self.sheet, rows, self.across, c)

    def _paint_band(
        self, painter: QPainter, band: Band, area: QRect, c: Colours
    ) -> None:
        delegate = DayDelegate(self.pens)
        delegate.closed(painter, band, area, self.across, c, named=True)
        for cell, box in self.placed(band):
            if cell.seen is None or not box.intersects(area):
                continue
            delegate.held(painter, cell, box, self.across, c)
            chosen = (cell.row, cell.column) in self._picked
            delegate.block(painter, cell.seen, box, c, chosen=chosen)
        if self._now is not None and band.day == self._now.date():
            x = self.across(minute_of(self._now, self._now.date()))
            painter.fillRect(x - 1, area.top(), 2, area.height(), c.now)
