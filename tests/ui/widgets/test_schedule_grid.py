"""The schedule's table: its layout, its picture, and what is heard of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QPalette
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui import palettes, theme
from ui.contrast import contrast
from ui.models.grid import Cell, What
from ui.widgets.carrying_grid import CarryingGrid
from venues.database.session import Database


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def heard(grid: CarryingGrid) -> set[str]:
    """All that the table tells assistive technology about its cells."""
    table = QAccessible.queryAccessibleInterface(grid)
    cells = (table.child(n) for n in range(table.childCount()))
    return {cell.text(QAccessible.Text.Name) for cell in cells if cell}


def inks(grid: CarryingGrid, cell: Cell) -> set[str]:
    """The colours in the middle of a cell's picture."""
    picture = grid.viewport().grab().toImage()
    box = grid.cell_box(cell)
    row = box.bottom() - 3
    across = range(box.left() + 12, box.right() - 4)
    return {picture.pixelColor(x, row).name() for x in across}


def test_screen_readers_get_a_table_of_it(opened: Opened) -> None:
    said = heard(opened.page.table.grid)

    assert "Willow Room, Thursday 26 November, 1pm to 2:30pm, In use" in said
    assert (
        "Willow Room, Thursday 26 November, 3:30pm to 4:30pm, "
        "WA-20417, Supervision session" in said
    )
    assert not any("WA-301" in each for each in said)


def test_a_booking_covers_its_columns_as_one_cell(opened: Opened) -> None:
    grid = opened.page.table.grid
    cell = driver.cell_of(opened.page, scene.WILLOW, (13, 0))

    middle = grid.cell_box(cell).center() - grid.cell_box(cell).topLeft()
    place = grid.visualRect(grid.grid.index(cell.row, cell.column)).topLeft() + middle

    assert grid.columnSpan(cell.row, cell.column) == cell.columns > 1
    assert grid.grid.at(grid.indexAt(place)) is cell


@pytest.mark.parametrize("palette", [palettes.light, palettes.dark])
def test_own_and_masked_bookings_are_drawn_in_their_tones(
    opened: Opened, palette: object
) -> None:
    page, grid = opened.page, opened.page.table.grid
    made: QPalette = palette()  # type: ignore[operator]
    grid.setPalette(made)
    c = theme.colours(made)

    own = inks(grid, driver.cell_of(page, scene.WILLOW, (15, 30)))
    masked = inks(grid, driver.cell_of(page, scene.WILLOW, (13, 0)))
    panel = inks(grid, driver.cell_of(page, scene.HALL, (10, 0)))

    assert c.own.fill.name() in own
    assert masked == {c.masked.fill.name()}
    assert c.panel.fill.name() in panel


def test_all_masked_blocks_of_a_length_are_one_picture(
    opened: Opened, database: Database
) -> None:
    page, grid = opened.page, opened.page.table.grid
    cells = [
        driver.cell_of(page, scene.CONSULTING_2, (14, 0)),  # a child's
        driver.cell_of(page, scene.CONSULTING_3, (14, 0)),  # a victim's
    ]
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (9, 0)))
    picture = grid.viewport().grab().toImage()

    child, victim = (picture.copy(grid.cell_box(cell)) for cell in cells)

    assert child == victim
    assert not child.isNull()


def test_closed_time_is_hatched_and_named(opened: Opened) -> None:
    grid = opened.page.table.grid
    c = theme.colours(grid.palette())
    closed = next(
        cell
        for cell in opened.page.table.sheet.cells()
        if cell.what is What.CLOSED and cell.room_id == scene.CONSULTING_2
    )

    colours = inks(grid, closed)

    assert c.hatch_ground.name() in colours
    assert any(contrast(c.hatch_ground, c.hatch) > 1 and each for each in colours)
    assert closed.words == "Closed"
    assert len(colours) > 1


def test_the_rooms_keep_their_place_when_the_hours_are_scrolled(
    opened: Opened,
) -> None:
    grid = opened.page.table.grid
    grid.resize(500, 400)
    bar = grid.horizontalScrollBar()

    bar.setValue(bar.maximum())

    assert bar.maximum() > 0
    assert grid.rooms.x() == 0
    assert grid.rooms.width() == grid.rooms.sizeHint().width()


def test_the_card_is_no_higher_than_the_table(opened: Opened) -> None:
    table = opened.page.table

    rows = sum(table.grid.rowHeight(n) for n in range(table.grid.grid.rowCount()))

    assert table.maximumHeight() == table.grid.ruler.sizeHint().height() + rows + 2


def test_larger_text_makes_larger_rows(opened: Opened) -> None:
    grid = opened.page.table.grid
    before = grid.rowHeight(1)
    font = grid.font()

    font.setPointSizeF(font.pointSizeF() * 2)
    grid.setFont(font)

    assert grid.rowHeight(1) > 1.4 * before
    assert grid.corner.geometry().width() == grid.rooms.width()
