"""What is chosen in the schedule stays chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.models.grid import What
from venues.database.session import Database


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def test_the_keyboard_begins_in_the_first_room_at_this_time(opened: Opened) -> None:
    grid = opened.page.table.grid

    said = grid.grid.spoken(grid.current())

    assert said == "Consulting 2, Thursday 26 November, 10am to 12pm, In use"
    assert grid.choice.picked() == []


def test_only_what_the_question_says_is_chosen(opened: Opened) -> None:
    choice = opened.page.table.grid.choice

    choice.pick(lambda row: row.kind_code == "SUP")

    assert [cell.seen.title for cell in choice.picked()] == ["WA-20391", "WA-20417"]


def test_a_booking_that_moved_down_is_still_chosen(
    opened: Opened, database: Database
) -> None:
    page, choice = opened.page, opened.page.table.grid.choice
    choice.make_current(driver.cell_of(page, scene.WILLOW, (15, 30)))
    row = choice.current().row

    page.fold(scene.LANTERN)

    assert choice.current().seen.booking_id == 6
    assert choice.current().row == row - 2
    assert [cell.seen.booking_id for cell in choice.picked()] == [6]


def test_where_a_booking_was_cancelled_the_keyboard_stays(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, choice = opened.page, opened.page.table.grid.choice
    choice.make_current(driver.cell_of(page, scene.OAK, (15, 0)))

    with database.write() as session:
        for hold in session.query(scene.Hold).filter_by(booking_id=11):
            session.delete(hold)
    qtbot.waitUntil(lambda: choice.current().what is What.FREE)

    assert (choice.current().room_id, choice.current().start) == (scene.OAK, 15 * 60)


def test_in_the_week_the_keyboard_stays_on_its_day(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page = opened.page
    page.show_view("week")
    choice = page.table.grid.choice
    free = next(
        cell
        for cell in page.table.sheet.cells()
        if cell.room_id == scene.SMALL and cell.day == scene.MONDAY
    )
    choice.make_current(free)

    qtbot.keyClick(page.table.grid, Qt.Key.Key_PageDown)

    assert choice.current() is None or choice.current().what is not What.HEADING
