"""Time from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from ui import theme
from ui.widgets.carry import Place, Target
from ui.widgets.day_grid import DayGrid
from venues.database.session import Database


@pytest.fixture
def grid(qtbot: QtBot, database: Database) -> Iterator[DayGrid]:
    """The table of the scene's Thursday."""
    with driver.opened(qtbot, database) as opened:
        grid = opened.page.table.grid
        assert isinstance(grid, DayGrid)
        yield grid


def across(grid: DayGrid) -> list[str]:
    """The colours of one line of pixels through the first room."""
    picture = grid.viewport().grab().toImage()
    row = grid.rowViewportPosition(1) + 20
    return [picture.pixelColor(x, row).name() for x in range(picture.width())]


def test_pixels_and_minutes_are_each_others_inverse(grid: DayGrid) -> None:
    minutes = range(8 * 60, 20 * 60 + 1, 5)

    assert [grid.minute(grid.across(minute)) for minute in minutes] == list(minutes)


def test_all_hours_are_equally_wide_and_fill_the_width(grid: DayGrid) -> None:
    hours = [grid.across(hour * 60) for hour in range(8, 21)]
    widths = {until - since for since, until in pairwise(hours)}

    assert max(widths) - min(widths) <= 1
    assert hours[-1] == grid.viewport().width()
    assert sum(grid.columnWidth(n) for n in range(grid.grid.columnCount())) == hours[-1]


def test_a_narrow_window_scrolls_rather_than_cuts_a_reference(grid: DayGrid) -> None:
    grid.resize(500, 400)

    hour = grid.across(10 * 60) - grid.across(9 * 60)
    assert hour > grid.pens.title.wide("WA-20417")


def test_a_point_is_a_room_and_a_minute_but_a_heading_is_nowhere(grid: DayGrid) -> None:
    row = grid.rowViewportPosition(1) + 5

    place = grid.place_at(QPoint(grid.across(9 * 60), row))

    assert place == Place(scene.CONSULTING_2, scene.THURSDAY, 9 * 60)
    assert grid.place_at(QPoint(100, 2)) is None


def test_the_line_stands_at_this_minute(grid: DayGrid) -> None:
    red = theme.colours(grid.palette()).now.name()
    noon = datetime(2026, 11, 26, 12)

    grid.mark(noon)

    found = [x for x, name in enumerate(across(grid)) if name == red]
    assert found == [grid.across(12 * 60) - 1, grid.across(12 * 60)]


def test_another_day_has_no_line(grid: DayGrid) -> None:
    red = theme.colours(grid.palette()).now.name()

    grid.mark(datetime(2026, 11, 27, 12))

    assert red not in across(grid)


@pytest.mark.parametrize(
    ("key", "stretch", "changed"),
    [
        (Qt.Key.Key_Left, False, (scene.OAK, 885, 945)),
        (Qt.Key.Key_Up, False, (scene.HALL, 900, 960)),
        (Qt.Key.Key_Down, False, (scene.WILLOW, 900, 960)),
        (Qt.Key.Key_Left, True, (scene.OAK, 900, 945)),
        (Qt.Key.Key_Up, True, (scene.OAK, 885, 960)),
    ],
)
def test_arrows_carry_by_quarters_and_by_rooms(
    grid: DayGrid,
    key: Qt.Key,
    stretch: bool,  # noqa: FBT001 - one of two
    changed: tuple[int, int, int],
) -> None:
    target = Target(scene.OAK, scene.THURSDAY, 15 * 60, 16 * 60)

    nudged = grid.nudged(target, key, stretch=stretch)

    assert (nudged.room_id, nudged.start, nudged.end) == changed


def test_a_target_in_a_hidden_room_is_drawn_nowhere(grid: DayGrid) -> None:
    assert grid.target_box(Target(999, scene.THURSDAY, 900, 960)) is None
