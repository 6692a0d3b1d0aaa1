"""The headings of the schedule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.models.grid import What
from ui.preferences import TWENTY_FOUR
from ui.widgets.grid_headers import DayRuler
from venues.database.session import Database

SUNDAY = date(2026, 11, 29)


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def test_a_day_is_named_as_fully_as_there_is_room(qtbot: QtBot, opened: Opened) -> None:
    ruler = DayRuler(opened.page.table.grid)
    ruler.today = SUNDAY
    wide = ruler.pens.strong.wide

    said = [
        ruler.title(SUNDAY, room)
        for room in (500, wide("Sunday 29 (today)") - 1, wide("Sun 29 (today)") - 1)
    ]

    assert said == ["Sunday 29 (today)", "Sun 29 (today)", "Sun 29"]
    assert ruler.title(date(2026, 11, 27), 500) == "Friday 27"


def test_a_click_on_a_name_carries_its_band(qtbot: QtBot, opened: Opened) -> None:
    rooms = opened.page.table.grid.rooms
    place = QPoint(10, rooms.sectionViewportPosition(1) + 5)

    with qtbot.waitSignal(rooms.pointed) as told:
        qtbot.mouseClick(rooms.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args[0].name == "Consulting 2"
    assert rooms.band_at(100_000) is None


def test_names_are_wide_enough_to_be_read(opened: Opened) -> None:
    rooms = opened.page.table.grid.rooms

    longest = max(rooms.pens.strong.wide(band.name) for band in rooms.sheet.bands[1:3])

    assert rooms.width() > longest


def test_a_heading_with_the_keyboard_is_marked_beside_the_rooms_too(
    opened: Opened,
) -> None:
    grid = opened.page.table.grid
    grid.setFocus()
    before = grid.rooms.viewport().grab().toImage()
    heading = next(c for c in grid.sheet.cells() if c.what is What.HEADING)

    grid.choice.make_current(heading)

    assert grid.rooms.viewport().grab().toImage() != before


def test_sizes_are_set_only_when_they_are_others(opened: Opened) -> None:
    ruler = opened.page.table.grid.ruler
    sizes = [ruler.sectionSize(n) for n in range(ruler.count())]

    same = ruler.set_sizes(sizes)
    other = ruler.set_sizes([size + 1 for size in sizes])

    assert (same, other) == (False, True)
    assert ruler.length() == sum(sizes) + len(sizes)


def test_the_hours_are_written_as_the_setting_says(opened: Opened) -> None:
    ruler = opened.page.table.grid.ruler
    before = ruler.viewport().grab().toImage()

    opened.desk.preferences[TWENTY_FOUR] = True

    assert ruler.sheet.twenty_four
    assert ruler.viewport().grab().toImage() != before
    assert scene.NOW.hour == 10
