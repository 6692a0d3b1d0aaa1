"""The card with the schedule in it: the table of each view, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from ui.models.day import OPENS
from ui.models.grid import Sheet, minute_of
from ui.pages import schedule_words
from ui.pages.schedule_bar import DAY, WEEK
from ui.widgets.card import FlushCard
from ui.widgets.carrying_grid import CarryingGrid
from ui.widgets.day_grid import DayGrid
from ui.widgets.empty import EmptyState
from ui.widgets.week_grid import WeekGrid

UNLIMITED = 16_777_215


class ScheduleTable(FlushCard):
    """Shows a sheet in the table that fits its view; a minute moves the line on.

    Signals:
        made: a table was made, at its first use; carries it.
    """

    made = Signal(object)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._view = DAY
        self._grids: dict[bool, CarryingGrid] = {}
        self.empty = EmptyState("calendar-days", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.add(self.stack, 1)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._tick)

    @property
    def grid(self) -> CarryingGrid:
        """The table of the view that is shown."""
        return self._grids[self._view == WEEK]

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self.grid.sheet

    def show_sheet(self, sheet: Sheet, view: str, title: str) -> None:
        """Show the sheet of that view, or the empty state if nothing is in it."""
        self._view = view
        if (view == WEEK) not in self._grids:
            grid = WeekGrid(sheet) if view == WEEK else DayGrid(sheet)
            self._grids[view == WEEK] = grid
            self.stack.addWidget(grid)
            self.made.emit(grid)
        else:
            self.grid.show_sheet(sheet)
        self.grid.setAccessibleName(f"Schedule, {title}")
        self._mark()
        now = self._now()
        day = now.date() if now.date() in sheet.days else next(iter(sheet.days), None)
        if day is not None:
            self.grid.choice.begin(day, minute_of(now, day) or OPENS)
        self.stack.setCurrentWidget(self.grid if sheet.bands else self.empty)
        self._hug()

    def take_focus(self) -> None:
        """Put the keyboard into the table, or on the way out of an empty one."""
        if self.stack.currentWidget() is self.empty:
            self.empty.button.setFocus()
        else:
            self.grid.setFocus()

    def _hug(self) -> None:
        """Be no higher than the table, so that the legend stands right beneath it."""
        shown = self.stack.currentWidget() is not self.empty
        tall = self.grid.content_height() + 2 if shown else UNLIMITED
        self.setMaximumHeight(tall)

    def _mark(self) -> None:
        now = self._now()
        self.grid.mark(now)
        self.grid.corner.setText(schedule_words.corner(self.sheet, self._view, now))

    @Slot()
    def _tick(self) -> None:
        """A minute has passed."""
        if self.isVisible() and self._grids:
            self._mark()
            self._clock.start((60 - self._now().second) * 1000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()
