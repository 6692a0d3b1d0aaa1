"""A table is read by rows, keeps what was chosen, and can be copied."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from ui.models.table import Column, TableModel
from ui.widgets.table import Table

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Room:
    """A room as a list shows it."""

    name: str
    seats: int


COLUMNS: tuple[Column[Room], ...] = (
    Column("Room", attrgetter("name"), attrgetter("name")),
    Column("Seats", lambda room: str(room.seats), attrgetter("seats"), right=True),
)
ROOMS = [Room("Willow", 6), Room("Oak", 12), Room("Ash", 4)]


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    model = TableModel(COLUMNS)
    made = Table("Rooms", model)
    model.setParent(made)
    model.show(ROOMS)
    made.fit()
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_rows_are_in_order_of_the_first_column(table: Table) -> None:
    names = [table.model().index(row, 0).data() for row in range(3)]

    assert names == ["Ash", "Oak", "Willow"]


def test_enter_and_a_double_click_open_a_row(table: Table, qtbot: QtBot) -> None:
    table.select(table.ordered.find(lambda room: room.name == "Oak"))

    with qtbot.waitSignal(table.opened) as by_key:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.opened) as by_mouse:
        table.doubleClicked.emit(table.model().index(2, 0))

    assert by_key.args == [ROOMS[1]]
    assert by_mouse.args == [ROOMS[0]]


def test_the_current_row_is_announced(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        table.select(table.ordered.find(lambda room: room.name == "Willow"))

    assert chosen.args == [ROOMS[0]]
    assert table.current() == ROOMS[0]


def test_what_was_chosen_is_copied_as_it_is_shown(table: Table, qtbot: QtBot) -> None:
    table.select(table.ordered.find(lambda room: room.name == "Oak"))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.picked() == [ROOMS[1], ROOMS[0]]

    table.copy()

    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == "Room\tSeats\nOak\t12\nWillow\t6"
    assert "<td>Willow</td><td>6</td>" in content.html()


def test_a_hidden_column_is_not_copied(table: Table) -> None:
    table.setColumnHidden(1, True)  # noqa: FBT003 - Qt's own way of saying it
    table.selectAll()

    table.copy()

    assert QGuiApplication.clipboard().text() == "Room\nAsh\nOak\nWillow"


def test_copying_nothing_leaves_the_clipboard_alone(table: Table) -> None:
    QGuiApplication.clipboard().setText("before")
    table.clearSelection()

    table.copy()

    assert QGuiApplication.clipboard().text() == "before"


def test_cells_are_there_for_screen_readers(table: Table) -> None:
    spoken = QAccessible.queryAccessibleInterface(table)

    assert spoken.text(QAccessible.Text.Name) == "Rooms"
    assert spoken.role() == QAccessible.Role.Table


def test_the_row_under_the_mouse_is_marked_whole(table: Table, qtbot: QtBot) -> None:
    plain = table.grab().toImage()

    qtbot.mouseMove(table.viewport(), QPoint(20, table.rowHeight(0) // 2))
    qtbot.waitUntil(lambda: table.grab().toImage() != plain)
    marked = table.grab().toImage()
    right = QPoint(380, table.horizontalHeader().height() + 6)

    assert marked.pixelColor(right) != plain.pixelColor(right)


def test_tab_leaves_the_table(table: Table) -> None:
    assert not table.tabKeyNavigation()


def test_rows_have_air_at_any_size_of_text(table: Table) -> None:
    table.fit_text()

    assert table.rowHeight(0) >= table.fontMetrics().height() + 16
