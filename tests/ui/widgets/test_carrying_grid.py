"""What the mouse and the keyboard do in the schedule's table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.models.grid import What
from ui.widgets.carry import Target, Verdict
from venues.database.session import Database

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def test_the_pointer_says_what_it_would_do(opened: Opened) -> None:
    page = opened.page
    view = page.table.grid.viewport()
    shapes = {}

    for name, hours, aside in (("start", 15.5, 3), ("end", 16.5, -3), ("body", 16, 0)):
        place = driver.point(page, scene.WILLOW, hours) + QPoint(aside, 0)
        driver.send(page, QEvent.Type.MouseMove, place, held=False)
        shapes[name] = view.cursor().shape()

    assert shapes == {
        "start": Qt.CursorShape.SizeHorCursor,
        "end": Qt.CursorShape.SizeHorCursor,
        "body": Qt.CursorShape.ArrowCursor,
    }


def test_a_double_click_opens_what_is_there(qtbot: QtBot, opened: Opened) -> None:
    grid = opened.page.table.grid
    place = driver.point(opened.page, scene.OAK, 13.7)

    with qtbot.waitSignal(grid.opened) as told:
        driver.send(opened.page, QEvent.Type.MouseButtonDblClick, place, held=True)

    assert told.args[0].start == 13 * 60 + 30


def test_a_click_on_a_heading_hides_its_rooms(qtbot: QtBot, opened: Opened) -> None:
    grid = opened.page.table.grid
    heading = next(c for c in opened.page.table.sheet.cells() if c.what is What.HEADING)
    place = grid.visualRect(grid.grid.index(heading.row, 0)).center()

    with qtbot.waitSignal(grid.folded) as told:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args == [scene.LANTERN]


def test_control_and_a_click_choose_several(qtbot: QtBot, opened: Opened) -> None:
    page, grid = opened.page, opened.page.table.grid

    for hours, key in ((9.5, Qt.KeyboardModifier.NoModifier), (15.7, CONTROL)):
        place = driver.point(page, scene.WILLOW, hours)
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, key, place)

    assert [cell.start for cell in grid.choice.picked()] == [9 * 60, 15 * 60 + 30]
    assert page.legend.note.text().startswith("2 chosen")


def test_the_right_button_keeps_what_is_chosen(qtbot: QtBot, opened: Opened) -> None:
    page, grid = opened.page, opened.page.table.grid
    page.acts.choose_own()
    many = len(grid.choice.picked())

    place = driver.point(page, scene.WILLOW, 15.7)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, pos=place)

    assert many > 1
    assert len(grid.choice.picked()) == many


def test_arrows_go_from_cell_to_cell(qtbot: QtBot, opened: Opened) -> None:
    page, grid = opened.page, opened.page.table.grid
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (12, 30)))

    said = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(grid, key)
        said.append(
            grid.grid.spoken(grid.current()).replace(" Thursday 26 November,", "")
        )

    assert said == [
        "Willow Room, 1pm to 2:30pm, In use",
        "Willow Room, 2:30pm to 3pm, free",
        "Oak Room, 2:30pm to 3pm, free",
        "Oak Room, 2pm to 2:30pm, free",
    ]


def test_somebody_elses_booking_is_not_taken_up(qtbot: QtBot, opened: Opened) -> None:
    page, grid = opened.page, opened.page.table.grid
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (13, 0)))

    qtbot.keyClick(grid, Qt.Key.Key_Right, ALT)

    assert grid.carry is None


def test_what_is_carried_is_left_when_the_keyboard_goes_elsewhere(
    qtbot: QtBot, opened: Opened
) -> None:
    page, grid = opened.page, opened.page.table.grid
    grid.setFocus()
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (15, 30)))
    qtbot.keyClick(grid, Qt.Key.Key_Right, ALT)
    taken_up = grid.carry is not None

    page.bar.scope.setFocus()

    assert taken_up
    assert grid.carry is None


def test_a_verdict_on_a_place_left_behind_is_not_shown(
    qtbot: QtBot, opened: Opened
) -> None:
    page, grid = opened.page, opened.page.table.grid
    cell = driver.cell_of(page, scene.WILLOW, (15, 30))
    grid.choice.make_current(cell)
    qtbot.keyClick(grid, Qt.Key.Key_Right, ALT)

    grid.judge(Target.of(cell), Verdict("Not there.", refused=True))

    assert grid.carry is not None
    assert grid.carry.verdict is None or grid.carry.verdict.words != "Not there."


def test_a_refused_place_is_drawn_with_its_reason(qtbot: QtBot, opened: Opened) -> None:
    page, grid = opened.page, opened.page.table.grid
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (15, 30)))
    qtbot.keyClick(grid, Qt.Key.Key_Right, ALT)
    assert grid.carry is not None
    before = grid.viewport().grab().toImage()

    grid.judge(grid.carry.target, Verdict("Willow Room is in use.", refused=True))

    assert grid.viewport().grab().toImage() != before
