"""A table keeps Qt's promises, its order is that of its keys, and it can be copied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.models.table import (
    KIND_ROLE,
    ROW_ROLE,
    Column,
    SortedTable,
    TableModel,
    as_html,
    as_text,
)

Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Room:
    """A room as a list shows it."""

    name: str
    seats: int
    reviewed: date | None


COLUMNS: tuple[Column[Room], ...] = (
    Column("Room", attrgetter("name"), attrgetter("name")),
    Column("Seats", lambda room: str(room.seats), attrgetter("seats"), right=True),
    Column(
        "Reviewed",
        lambda room: room.reviewed.strftime("%A") if room.reviewed else "Never",
        attrgetter("reviewed"),
        kind=lambda room: "good" if room.reviewed else "warn",
    ),
)
ROOMS = [
    Room("Willow", 6, date(2026, 11, 26)),
    Room("Oak", 12, None),
    Room("Ash", 4, date(2026, 11, 24)),
]


def sorted_rooms() -> SortedTable:
    model = TableModel(COLUMNS)
    model.show(ROOMS)
    table = SortedTable()
    table.setSourceModel(model)
    model.setParent(table)
    return table


def shown(table: SortedTable, column: int) -> list[str]:
    return [table.index(row, column).data() for row in range(table.rowCount())]


def test_the_model_keeps_qts_promises(qtmodeltester: ModelTester) -> None:
    model = TableModel(COLUMNS)
    qtmodeltester.check(model)

    model.show(ROOMS)

    assert model.index(1, 0).data() == "Oak"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Seats"


def test_numbers_are_in_order_of_size_not_of_spelling() -> None:
    table = sorted_rooms()

    table.sort(1)

    assert shown(table, 1) == ["4", "6", "12"]


def test_days_are_in_order_of_time_and_missing_ones_come_first() -> None:
    table = sorted_rooms()

    table.sort(2)

    assert shown(table, 2) == ["Never", "Tuesday", "Thursday"]


def test_only_the_wanted_rows_are_kept() -> None:
    table = sorted_rooms()

    table.keep(lambda room: room.seats > 5)
    assert shown(table, 0) == ["Willow", "Oak"]

    table.keep(None)
    assert table.rowCount() == 3


def test_a_row_is_found_again_wherever_it_stands() -> None:
    table = sorted_rooms()
    table.sort(0)

    assert table.find(lambda room: room.name == "Willow").row() == 2
    assert not table.find(lambda room: room.name == "Elm").isValid()


def test_a_cell_has_its_row_and_kind_but_no_tip_of_its_own_accord() -> None:
    table = sorted_rooms()
    cell = table.index(1, 2)

    assert cell.data(ROW_ROLE) is ROOMS[1]
    assert cell.data(KIND_ROLE) == "warn"
    assert cell.data(Role.ToolTipRole) is None


def test_the_place_of_a_row_is_told() -> None:
    model = TableModel(COLUMNS)
    model.show(ROOMS)

    assert model.place(lambda room: room.seats == 4) == 2
    assert model.place(lambda room: room.seats == 99) == -1


@pytest.mark.parametrize("section", [-1, 3])
def test_there_is_no_heading_beyond_the_columns(section: int) -> None:
    assert TableModel(COLUMNS).headerData(section, Qt.Orientation.Horizontal) is None


def test_copied_text_has_a_line_for_each_row() -> None:
    text = as_text(["Room", "Seats"], [["Willow\nRoom", "6"], ["Oak\tRoom", "12"]])

    assert text == "Room\tSeats\nWillow Room\t6\nOak Room\t12"


def test_copied_html_says_what_was_shown_and_no_more() -> None:
    html = as_html(["Room"], [["<b>Willow</b> & Oak"]])

    assert "<td>&lt;b&gt;Willow&lt;/b&gt; &amp; Oak</td>" in html
