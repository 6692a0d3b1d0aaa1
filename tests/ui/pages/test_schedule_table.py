"""The card with the table in it."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import schedule_scene as scene
from ui.models.day import day_sheet
from ui.models.week import week_sheet
from ui.pages.schedule_table import ScheduleTable
from ui.widgets.day_grid import DayGrid
from ui.widgets.week_grid import WeekGrid
from venues.database.session import Database
from venues.services import diary
from venues.services.diary import Diary

NOTHING = Diary(days=(scene.THURSDAY,), venues=(), rooms=(), seen={}, hours={})


@pytest.fixture
def rows(database: Database) -> Diary:
    """The scene's Thursday, as a practitioner sees it."""
    scene.fill(database)
    with database.read() as session:
        return diary.read(session, scene.viewer(), first=scene.THURSDAY)


class Clock:
    """A clock that can be put on."""

    def __init__(self) -> None:
        self.time = scene.NOW

    def __call__(self) -> datetime:
        """The time that it shows."""
        return self.time


def test_each_view_has_its_table_made_once(qtbot: QtBot, rows: Diary) -> None:
    table = ScheduleTable(Clock())
    qtbot.addWidget(table)
    made: list[object] = []
    table.made.connect(made.append)

    for view in ("day", "week", "room", "week"):
        sheet = week_sheet(rows) if view == "week" else day_sheet(rows)
        table.show_sheet(sheet, view, "Thursday")

    assert [type(grid) for grid in made] == [DayGrid, WeekGrid]
    assert table.grid is made[1]
    assert table.grid.accessibleName() == "Schedule, Thursday"


def test_nothing_to_show_is_said_instead_of_an_empty_table(
    qtbot: QtBot, rows: Diary
) -> None:
    table = ScheduleTable(Clock())
    qtbot.addWidget(table)
    table.empty.say("No rooms in use here", action="Show all rooms")
    table.show()

    table.show_sheet(day_sheet(NOTHING), "day", "Thursday")
    empty = table.stack.currentWidget() is table.empty
    table.take_focus()
    focused = table.empty.button.hasFocus() or table.focusWidget() is table.empty.button
    table.show_sheet(day_sheet(rows), "day", "Thursday")

    assert empty
    assert focused
    assert table.stack.currentWidget() is table.grid


def test_a_minute_later_the_corner_has_counted_again(qtbot: QtBot, rows: Diary) -> None:
    clock = Clock()
    table = ScheduleTable(clock)
    qtbot.addWidget(table)
    table.show_sheet(day_sheet(rows), "day", "Thursday")
    table.show()
    before = table.grid.corner.text()

    clock.time = datetime(2026, 11, 26, 11, 30)
    table._clock.timeout.emit()  # noqa: SLF001 - nobody waits a minute for a test

    assert before == "3 of 9 rooms booked now"
    assert table.grid.corner.text() == "4 of 9 rooms booked now"
