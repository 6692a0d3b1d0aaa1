"""The schedule page: what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.models.grid import CELL_ROLE, What
from ui.pages.schedule import SchedulePage
from venues.database.session import Database


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def spoken(page: SchedulePage) -> list[str]:
    """Every cell of the table in words."""
    grid = page.table.grid.grid
    return [grid.spoken(cell) for cell in grid.sheet.cells()]


def names(page: SchedulePage) -> list[str]:
    """What stands at the left of the table, from the top."""
    return [band.name for band in page.table.sheet.bands]


def test_it_opens_on_today_with_the_viewers_own_authority(opened: Opened) -> None:
    page = opened.page

    assert page.bar.date.text() == "Thursday 26 November 2026"
    assert page.bar.scope.currentText() == "Warrington"
    assert names(page)[:4] == [
        "Lantern Health Centre",
        "Consulting 2",
        "Consulting 3",
        "Millbrook Family Hub",
    ]
    assert page.table.grid.corner.text() == "3 of 9 rooms booked now"


def test_cells_say_room_day_time_and_state(opened: Opened) -> None:
    said = spoken(opened.page)

    assert (
        "Willow Room, Thursday 26 November, 3:30pm to 4:30pm, "
        "WA-20417, Supervision session" in said
    )
    assert "Willow Room, Thursday 26 November, 1pm to 2:30pm, In use" in said
    assert "Willow Room, Thursday 26 November, 12pm to 12:30pm, free" in said
    assert "Consulting 2, Thursday 26 November, 5:30pm to 8pm, closed" in said
    assert (
        "Millbrook Family Hub, Warrington, open 8am to 8pm, staffed until 6pm, "
        "3 rooms below" in said
    )


def test_the_week_names_what_is_closed_and_why(opened: Opened) -> None:
    page = opened.page

    page.show_view("week")

    said = spoken(page)
    assert "Study Room, Friday 27 November, closed: Repairs" in said
    assert "Consulting 2, Saturday 28 November, closed" in said
    heading = next(b for b in page.table.sheet.bands if b.name.startswith("Station"))
    assert heading.about == "open 9am to 7pm · closed Friday: repairs"


def test_sunday_is_shown_only_when_something_is_there(
    opened: Opened, database: Database
) -> None:
    page = opened.page
    page.show_view("week")
    usual = len(page.table.sheet.days)

    with database.write() as session:
        scene.book(session, scene.OAK, 6, (10, 0), (11, 0), "SUP", scene.COLLEAGUE)
    page.reload()

    assert usual == 6
    assert page.table.sheet.days[-1] == scene.MONDAY + timedelta(days=6)
    assert page.bar.date.text() == "23 to 29 November 2026"


def test_the_hours_grow_when_a_venue_is_booked_earlier_or_later(
    opened: Opened, database: Database
) -> None:
    page = opened.page
    usual = (page.table.sheet.marks[0], page.table.sheet.marks[-1])

    with database.write() as session:
        scene.book(session, scene.OAK, 3, (7, 15), (8, 0), "SUP", scene.COLLEAGUE)
        scene.book(session, scene.OAK, 3, (20, 30), (21, 15), "SUP", scene.COLLEAGUE)
    page.reload()

    assert usual == (8 * 60, 20 * 60)
    marks = page.table.sheet.marks
    assert (marks[0], marks[-1]) == (7 * 60, 22 * 60)


@pytest.mark.parametrize("kind", ["SUP", "VIC", "ROP", "PAR", "TRN"])
def test_a_masked_block_is_the_same_whatever_it_hides(
    qtbot: QtBot, database: Database, kind: str
) -> None:
    with driver.opened(qtbot, database, bookings=False) as opened:
        whose = scene.VICTIM_WORKER if kind == "VIC" else scene.COLLEAGUE
        starts = (10, 15) if kind == "ROP" else (10, 0)  # set up for 15 minutes
        with database.write() as session:
            scene.book(session, scene.OAK, 3, starts, (11, 0), kind, whose)
        opened.page.reload()
        model = opened.page.table.grid.grid
        cell = driver.cell_of(opened.page, scene.OAK, (10, 0))
        index = model.index(cell.row, cell.column)
        told = {
            role: index.data(role) for role in Qt.ItemDataRole if role.value < CELL_ROLE
        }

    assert cell.seen == driver.masked(scene.OAK, 3, (10, 0), (11, 0))
    assert {str(each) for each in told.values() if each is not None} == {
        "Oak Room, Thursday 26 November, 10am to 11am, In use",
        "In use, 10am to 11am",
    }


def test_a_coordinator_sees_who_works_where_and_nothing_more(
    qtbot: QtBot, database: Database
) -> None:
    with driver.opened(qtbot, database, scene.COORDINATOR) as opened:
        said = spoken(opened.page)
        legend = opened.page.legend.note.text()

    assert (
        "Willow Room, Thursday 26 November, 3:30pm to 4:30pm, Practitioner 04" in said
    )
    assert not any("WA-" in each or "Supervision" in each for each in said)
    assert legend == "All bookings look alike"


def test_the_list_above_chooses_a_venue_or_ones_own_rooms(opened: Opened) -> None:
    page = opened.page

    page.show_scope(f"venue:{scene.LIBRARY}")
    library = names(page)
    page.show_scope("mine")
    mine = names(page)

    assert library == ["Station Road Library", "Meeting Room B", "Study Room"]
    assert "Consulting 2" not in mine
    assert {"Hall", "Oak Room", "Willow Room"} <= set(mine)


def test_ones_own_rooms_still_show_when_others_have_them(opened: Opened) -> None:
    page = opened.page

    page.show_scope("mine")

    said = spoken(page)
    assert "Willow Room, Thursday 26 November, 1pm to 2:30pm, In use" in said


def test_what_was_chosen_is_remembered_without_any_secret(
    qtbot: QtBot, opened: Opened
) -> None:
    opened.page.show_scope("mine")
    opened.page.show_view("week")
    opened.page.fold(scene.MILLBROOK)

    again = SchedulePage(opened.desk)
    qtbot.addWidget(again)
    again.show()

    assert again.choice.scope == "mine"
    assert again.choice.view == "week"
    assert "Willow Room" not in names(again)


def test_a_heading_hides_and_shows_its_rooms_by_keyboard(
    qtbot: QtBot, opened: Opened
) -> None:
    page = opened.page
    grid = page.table.grid
    heading = next(c for c in page.table.sheet.cells() if c.what is What.HEADING)
    grid.choice.make_current(heading)

    qtbot.keyClick(grid, Qt.Key.Key_Space)
    folded = names(page)
    said = page.table.sheet.bands[0].about
    qtbot.keyClick(grid, Qt.Key.Key_Right)

    assert folded[:2] == ["Lantern Health Centre", "Millbrook Family Hub"]
    assert said.endswith("2 rooms hidden")
    assert names(page)[1] == "Consulting 2"
