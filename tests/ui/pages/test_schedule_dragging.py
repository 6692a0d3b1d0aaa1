"""Dragging in the schedule books and moves, and says why when it may not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.dialogs.move import MoveDialog
from ui.models.grid import What
from ui.pages.schedule import SchedulePage
from venues.database.models import CaseVenue
from venues.database.session import Database

SUPERVISION = 6
"""The id of the booking on Thursday at 3:30pm in Willow Room."""

AFTERNOON = (
    scene.WILLOW,
    datetime(2026, 11, 26, 15, 30),
    datetime(2026, 11, 26, 16, 30),
)


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, and what is said to its window."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def test_dragging_over_free_time_goes_on_to_book_it(opened: Opened) -> None:
    page, told, _ = opened

    start, end = (
        driver.point(page, scene.OAK, 13.02),
        driver.point(page, scene.OAK, 14.2),
    )
    driver.drag(page, start, end)

    assert told.shown == [
        (
            "find",
            {
                "room": scene.OAK,
                "starts": datetime(2026, 11, 26, 13),
                "ends": datetime(2026, 11, 26, 14, 15),
            },
        )
    ]


@pytest.mark.parametrize(
    ("room_id", "start", "end", "said"),
    [
        (scene.OAK, 14.02, 15.5, "Oak Room is in use from 3pm to 4:15pm."),
        (
            scene.CONSULTING_2,
            16.6,
            18.1,
            "It is closed then. It is open 8am to 5:30pm.",
        ),
        (scene.OAK, 9.8, 10.4, "That time has passed. Choose a later one."),
    ],
)
def test_time_that_is_not_free_is_not_booked_and_says_why(
    opened: Opened, room_id: int, start: float, end: float, said: str
) -> None:
    page, told, _ = opened

    driver.drag(
        page, driver.point(page, room_id, start), driver.point(page, room_id, end)
    )

    assert told.said == [said]
    assert told.shown == []


def test_a_booking_dragged_to_another_room_and_time_is_moved_there(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened

    start = driver.point(page, scene.WILLOW, 15.75)
    driver.drag(page, start, driver.point(page, scene.SMALL, 15.25))
    qtbot.waitUntil(lambda: bool(told.said))

    three, four = datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)
    assert driver.where(database, SUPERVISION) == (scene.SMALL, three, four)
    assert told.said == [
        "Moved to Small Room, Thursday 26 November, 3pm to 4pm. [Undo]"
    ]


def test_a_move_can_be_undone_and_done_again(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened
    undo = opened.desk.undo
    start = driver.point(page, scene.WILLOW, 15.75)
    driver.drag(page, start, driver.point(page, scene.SMALL, 15.25))
    qtbot.waitUntil(lambda: bool(told.said))

    with qtbot.waitSignal(undo.told):
        undo.undo()
    undone = driver.where(database, SUPERVISION)
    with qtbot.waitSignal(undo.told):
        undo.redo()

    assert undone == AFTERNOON
    assert driver.where(database, SUPERVISION)[0] == scene.SMALL


def test_the_edge_of_a_booking_stretches_it(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened

    edge = driver.point(page, scene.WILLOW, 16.5) - QPoint(4, 0)
    driver.drag(page, edge, driver.point(page, scene.WILLOW, 17) - QPoint(4, 0))
    qtbot.waitUntil(lambda: bool(told.said))

    longer = (scene.WILLOW, AFTERNOON[1], datetime(2026, 11, 26, 17))
    assert driver.where(database, SUPERVISION) == longer


def test_the_reason_stands_beside_it_while_it_is_dragged(
    qtbot: QtBot, opened: Opened
) -> None:
    page = opened.page

    start = driver.point(page, scene.WILLOW, 15.75)
    driver.pull(page, start, driver.point(page, scene.OAK, 15.25))
    carry = page.table.grid.carry
    assert carry is not None
    qtbot.waitUntil(lambda: carry.verdict is not None)

    assert carry.verdict is not None
    assert carry.verdict.refused
    assert carry.verdict.words.startswith("Oak Room is in use from 3pm to 4:15pm.")


def test_dropped_on_a_taken_room_it_is_refused_and_stays(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened

    start = driver.point(page, scene.WILLOW, 15.75)
    driver.drag(page, start, driver.point(page, scene.OAK, 15.25))
    qtbot.waitUntil(lambda: page.findChild(MoveDialog) is not None)
    dialog = page.findChild(MoveDialog)
    qtbot.waitUntil(lambda: bool(dialog.checks.shown()))

    (check,) = [each.check for each in dialog.checks.shown()]
    assert check.words.startswith("Oak Room is in use from 3pm to 4:15pm.")
    assert dialog.ask_room.isVisible()
    assert told.said == []
    assert driver.where(database, SUPERVISION) == AFTERNOON
    assert page.table.grid.carry is None
    assert not opened.desk.undo.can_undo


def test_a_refusal_for_a_person_gives_a_code_and_nothing_else(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened
    with database.write() as session:
        session.add(CaseVenue(case_id=2, venue_id=scene.OAKMERE, since=scene.MONDAY))

    start = driver.point(page, scene.WILLOW, 15.75)
    driver.drag(page, start, driver.point(page, scene.SMALL, 17.25))
    qtbot.waitUntil(lambda: page.findChild(MoveDialog) is not None)
    dialog = page.findChild(MoveDialog)
    qtbot.waitUntil(dialog.ask_manager.isVisible)

    said = dialog.complaint.text()
    assert said.startswith("This venue is not available for this case")
    assert "quoting K-" in said
    assert "in use" not in said
    assert not dialog.ask_room.isVisible()
    assert told.said == []


def test_escape_leaves_it_where_it_was(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened
    start, end = (
        driver.point(page, scene.WILLOW, 15.75),
        driver.point(page, scene.SMALL, 15.25),
    )

    driver.pull(page, start, end)
    qtbot.keyClick(page.table.grid, Qt.Key.Key_Escape)
    driver.send(page, QEvent.Type.MouseButtonRelease, end, held=False)

    assert page.table.grid.carry is None
    assert told.said == []
    assert driver.where(database, SUPERVISION) == AFTERNOON


def test_somebody_elses_booking_cannot_be_dragged(opened: Opened) -> None:
    page, told, _ = opened

    start = driver.point(page, scene.OAK, 15.5)
    driver.drag(page, start, driver.point(page, scene.SMALL, 15.5))

    assert page.table.grid.carry is None
    assert told.said == []


def test_by_keyboard_a_booking_is_taken_up_carried_and_put_down(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened
    grid = page.table.grid
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (15, 30)))

    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told.said))

    moved = (
        scene.MAIN,
        datetime(2026, 11, 26, 16),
        datetime(2026, 11, 26, 17),
    )
    assert driver.where(database, SUPERVISION) == moved
    assert grid.current() is not None
    assert grid.current().seen.booking_id == SUPERVISION


def test_by_keyboard_a_booking_is_stretched(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened
    grid = page.table.grid
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (15, 30)))
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier

    qtbot.keyClick(grid, Qt.Key.Key_Right, both)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told.said))

    longer = (scene.WILLOW, AFTERNOON[1], datetime(2026, 11, 26, 16, 45))
    assert driver.where(database, SUPERVISION) == longer


def test_where_only_a_reason_is_wanted_the_dialog_asks_for_it(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened
    with database.write() as session:
        venue = session.get_one(scene.Venue, scene.MILLBROOK)
        venue.easting, venue.northing = 360_000, 388_000
        far = session.get_one(scene.Venue, scene.OAKMERE)
        far.easting, far.northing = 375_000, 388_000
        scene.book(session, scene.WILLOW, 3, (16, 45), (18, 0), "SUP", 1, 1)
    page.reload()

    start = driver.point(page, scene.WILLOW, 15.75)
    driver.drag(page, start, driver.point(page, scene.SMALL, 15.75))
    qtbot.waitUntil(lambda: page.findChild(MoveDialog) is not None)

    dialog = page.findChild(MoveDialog)
    assert dialog.room.currentData() == scene.SMALL
    assert told.said == []
    assert driver.where(database, SUPERVISION) == AFTERNOON
    dialog.close()


def test_in_the_week_a_booking_is_dragged_to_another_day(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page, told, _ = opened
    page.show_view("week")
    grid = page.table.grid
    cell = driver.cell_of(page, scene.WILLOW, (15, 30))
    thursday = next(
        each
        for each in page.table.sheet.cells()
        if each.seen and each.seen.booking_id == SUPERVISION
    )
    start = grid.visualRect(grid.grid.index(thursday.row, thursday.column)).center()
    friday = grid.visualRect(grid.grid.index(cell.row, 4)).center()

    driver.drag(page, start, friday)
    qtbot.waitUntil(lambda: bool(told.said))

    assert driver.where(database, SUPERVISION) == (
        scene.WILLOW,
        datetime(2026, 11, 27, 15, 30),
        datetime(2026, 11, 27, 16, 30),
    )


def in_week(page: SchedulePage, room_id: int, weekday: int, hours: float) -> QPoint:
    """Where that time of a day would be in what is left of it; open from 8 to 20."""
    page.show_view("week")
    grid = page.table.grid
    cell = next(
        each
        for each in page.table.sheet.cells()
        if (each.room_id, each.column) == (room_id, weekday) and each.what is What.FREE
    )
    box = grid.visualRect(grid.grid.index(cell.row, cell.column))
    part = (hours - 8) / 12
    return QPoint(box.left() + round(part * box.width()), box.center().y())


def test_in_the_week_dragging_over_free_time_goes_on_to_book_it(
    opened: Opened,
) -> None:
    page, told, _ = opened
    start, end = (in_week(page, scene.OAK, 4, hours) for hours in (15.1, 16.4))

    driver.drag(page, start, end)

    hint = {
        "room": scene.OAK,
        "starts": datetime(2026, 11, 27, 15),
        "ends": datetime(2026, 11, 27, 16, 30),
    }
    assert told.shown == [("find", hint)]


def test_in_the_week_the_reason_stands_beside_what_is_drawn(opened: Opened) -> None:
    page, told, _ = opened
    start, end = (in_week(page, scene.OAK, 4, hours) for hours in (9.1, 10.9))

    driver.pull(page, start, end)
    carry = page.table.grid.carry
    driver.send(page, QEvent.Type.MouseButtonRelease, end, held=False)

    assert carry is not None
    assert carry.verdict == ("Oak Room is in use from 10am to 11am.", True)
    assert told.said == ["Oak Room is in use from 10am to 11am."]
    assert told.shown == []


def test_in_the_week_a_drawing_stays_in_its_day(opened: Opened) -> None:
    page, told, _ = opened
    start = in_week(page, scene.OAK, 4, 18.1)

    driver.drag(page, start, in_week(page, scene.OAK, 5, 12))

    hint = {
        "room": scene.OAK,
        "starts": datetime(2026, 11, 27, 18),
        "ends": datetime(2026, 11, 27, 20),
    }
    assert told.shown == [("find", hint)]
