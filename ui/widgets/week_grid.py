"""Rooms by the days of a week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from ui import paint
from ui.delegates import blocks
from ui.delegates.week import WeekDelegate
from ui.models.grid import Band, Cell, Sheet, hold, minute_of
from ui.models.week import hours_shown
from ui.theme import Colours
from ui.widgets.carry import STEP, Grip, Place, Target
from ui.widgets.carrying_grid import CarryingGrid
from ui.widgets.grid_headers import DayRuler


class WeekGrid(CarryingGrid):
    """Each day of a room is a pile of lines, one for each booking.

    Where a new booking is drawn, the width of the day stands for its hours.
    """

    stretches = False

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet, DayRuler)

    def mark(self, now: datetime) -> None:
        """Let that day's column stand out."""
        if isinstance(self.ruler, DayRuler):
            self.ruler.today = now.date()
            self.ruler.viewport().update()

    def place_at(self, point: QPoint) -> Place | None:
        """The room and the day at a point of the viewport; a heading is nowhere.

        While a new booking is drawn, the time in its day, wherever the point is.
        """
        if (drawn := self._drawn()) is not None:
            x = point.x() + self.horizontalOffset()
            return Place(drawn.room_id, drawn.day, self._minute(x, drawn.day))
        found = next(self.bands_between(point.y(), point.y()), None)
        column = self.columnAt(min(max(point.x(), 0), self.viewport().width() - 1))
        if found is None or found[0].room is None or column < 0:
            return None
        return Place(found[0].room.id, self.sheet.days[column])

    def target_box(self, target: Target) -> QRect | None:
        """The whole day of the room, of a new booking its hours; None if not shown."""
        if target.day not in self.sheet.days:
            return None
        column = self._column(self.sheet.days.index(target.day))
        for band in self.sheet.bands:
            if band.room and band.room.id == target.room_id:
                top, until = self._tops[band.row], self._tops[band.row + band.rows]
                box = QRect(
                    column.x() + 1, top + 1, column.width() - 3, until - top - 3
                )
                return box if target.seen is not None else self._hours(box, target)
        return None

    def _hours(self, day: QRect, target: Target) -> QRect:
        """The hours of a new booking, along the foot of its day."""
        x = self._across(self._column(self.sheet.days.index(target.day)))
        left, right = x(target.start), x(target.end)
        tall = WeekDelegate(self.pens).line
        return QRect(left, day.bottom() - tall + 1, right - left - 1, tall)

    def _drawn(self) -> Cell | Target | None:
        """The day in which a new booking is being drawn."""
        if self.carry is not None:
            return self.carry.origin if self.carry.grip is Grip.NEW else None
        if self._pressed is not None and self._pressed[2] is Grip.NEW:
            return self._pressed[1]
        return None

    def _across(self, column: QRect) -> Callable[[int], int]:
        """Where a minute after midnight is in the column of a day."""
        first, last = hours_shown(self.sheet)
        scale = column.width() / (last - first)
        return lambda minute: (
            column.x() + round((min(max(minute, first), last) - first) * scale)
        )

    def _minute(self, x: int, day: date) -> int:
        """The minute after midnight at a pixel of the whole grid, in that day."""
        first, last = hours_shown(self.sheet)
        column = self._column(self.sheet.days.index(day))
        part = (x - column.x()) / column.width()
        return round(first + min(max(part, 0), 1) * (last - first))

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

    def _paint_over(self, painter: QPainter, c: Colours) -> None:
        """While a new booking is drawn, what its day's hours are like."""
        drawn = self.carry.target if self.carry is not None else None
        box = self.target_box(drawn) if drawn is not None and self._drawn() else None
        if drawn is not None and box is not None:
            column = self._column(self.sheet.days.index(drawn.day))
            x, day = self._across(column), partial(minute_of, day=drawn.day)
            strip = QRect(column.x(), box.y(), column.width() - 1, box.height())
            blocks.closed(painter, strip, "", self.pens, c)
            for open_ in self.sheet.diary.hours[drawn.room_id, drawn.day].usable:
                left, right = x(day(open_.starts)), x(day(open_.ends))
                painter.fillRect(left, box.y(), right - left, box.height(), c.surface)
            for row in self.sheet.diary.seen.get((drawn.room_id, drawn.day), ()):
                left, right = (x(day(when)) for when in hold(row))
                painter.fillRect(left, box.y(), right - left, box.height(), c.busy)
            paint.panel(painter, strip, None, c.outline, radius=3)
        super()._paint_over(painter, c)
