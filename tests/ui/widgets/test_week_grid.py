"""Days from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from ui import theme
from ui.models.grid import What
from ui.widgets.carry import Place, Target
from ui.widgets.week_grid import WeekGrid
from venues.database.models import Closure
from venues.database.session import Database

FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)


@pytest.fixture
def grid(qtbot: QtBot, database: Database) -> Iterator[WeekGrid]:
    """The table of the scene's week."""
    with driver.opened(qtbot, database) as opened:
        opened.page.show_view("week")
        grid = opened.page.table.grid
        assert isinstance(grid, WeekGrid)
        yield grid


def test_days_share_the_width(grid: WeekGrid) -> None:
    widths = [grid.columnWidth(n) for n in range(6)]

    assert max(widths) - min(widths) <= 1
    assert sum(widths) == grid.viewport().width()


def test_today_stands_out_in_colour_and_in_words(grid: WeekGrid) -> None:
    c = theme.colours(grid.palette())
    picture = grid.ruler.viewport().grab().toImage()
    middle = grid.columnViewportPosition(3) + grid.columnWidth(3) - 8

    assert picture.pixelColor(middle, 4).name() == c.selected.name()
    assert grid.ruler.title(scene.THURSDAY, 500) == "Thursday 26 (today)"


def test_a_point_is_a_room_and_a_day_without_a_time(grid: WeekGrid) -> None:
    across = grid.columnViewportPosition(4) + 10

    place = grid.place_at(QPoint(across, grid.rowViewportPosition(1) + 5))

    assert place == Place(scene.CONSULTING_2, FRIDAY)
    assert grid.place_at(QPoint(across, 2)) is None


@pytest.mark.parametrize(
    ("key", "stretch", "changed"),
    [
        (Qt.Key.Key_Right, False, (scene.OAK, SATURDAY, 900, 960)),
        (Qt.Key.Key_Down, False, (scene.WILLOW, FRIDAY, 900, 960)),
        (Qt.Key.Key_Right, True, (scene.OAK, FRIDAY, 900, 975)),
        (Qt.Key.Key_Down, True, (scene.OAK, FRIDAY, 915, 960)),
    ],
)
def test_arrows_carry_by_days_and_by_rooms(
    grid: WeekGrid,
    key: Qt.Key,
    stretch: bool,  # noqa: FBT001 - one of two
    changed: tuple[int, date, int, int],
) -> None:
    target = Target(scene.OAK, FRIDAY, 900, 960)

    nudged = grid.nudged(target, key, stretch=stretch)

    assert (nudged.room_id, nudged.day, nudged.start, nudged.end) == changed


def test_the_last_day_and_the_last_room_are_the_end(grid: WeekGrid) -> None:
    last = Target(scene.STUDY, SATURDAY, 900, 960)

    assert grid.nudged(last, Qt.Key.Key_Right, stretch=False) == last
    assert grid.nudged(last, Qt.Key.Key_Down, stretch=False) == last


def test_a_target_is_drawn_over_the_day_it_goes_to(grid: WeekGrid) -> None:
    box = grid.target_box(Target(scene.CONSULTING_2, FRIDAY, 900, 960))

    assert box is not None
    assert grid.columnAt(box.center().x()) == 4
    assert grid.target_box(Target(scene.OAK, date(2026, 12, 24), 900, 960)) is None


def test_a_new_booking_is_drawn_over_its_hours_of_the_day(grid: WeekGrid) -> None:
    morning = grid.target_box(Target(scene.CONSULTING_2, FRIDAY, 8 * 60, 14 * 60))
    evening = grid.target_box(Target(scene.CONSULTING_2, FRIDAY, 14 * 60, 20 * 60))

    assert morning is not None
    assert evening is not None
    assert abs(morning.width() - evening.width()) <= 1
    assert morning.right() < evening.left()


def test_a_day_that_is_closed_is_hatched_over_all_its_rows(grid: WeekGrid) -> None:
    c = theme.colours(grid.palette())
    closed = next(x for x in grid.sheet.cells() if x.what is What.CLOSED)
    picture = grid.viewport().grab().toImage()
    box = grid.cell_box(closed)

    corner = {
        picture.pixelColor(x, box.bottom() - 4).name()
        for x in range(box.left() + 2, box.right() - 2)
    }

    assert closed.rows > 1
    assert c.hatch_ground.name() in corner


def test_a_closure_of_some_hours_is_drawn_as_a_line_of_its_own(
    grid: WeekGrid, database: Database, qtbot: QtBot
) -> None:
    before = grid.viewport().grab().toImage()
    with database.write() as session:
        session.add(
            Closure(
                venue_id=scene.LANTERN,
                starts=scene.NOW.replace(hour=12, minute=0),
                ends=scene.NOW.replace(hour=13, minute=0),
                reason="fire drill",
            )
        )
    qtbot.waitUntil(lambda: any(cell.part for cell in grid.sheet.cells()))

    cell = next(cell for cell in grid.sheet.cells() if cell.part)

    said = "Consulting 2, Thursday 26 November, 12pm to 1pm, closed: Fire drill"
    assert grid.grid.spoken(cell) == said
    assert grid.viewport().grab().toImage() != before
