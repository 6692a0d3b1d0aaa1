"""The list of venues as a table."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.models.test_venue_rows import row
from ui.widgets.venue_table import VenueTable

ROWS = [row("Aspen", id=1, rooms=2), row("Birch", id=2, rooms=5), row("Cedar", id=3)]


@pytest.fixture
def table(qtbot: QtBot) -> VenueTable:
    """Three venues, on the screen."""
    table = VenueTable(lambda: False)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.show_rows(ROWS)
    return table


def names(table: VenueTable) -> list[str]:
    model = table.ordered
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_a_click_on_a_heading_sorts_and_is_announced(
    qtbot: QtBot, table: VenueTable
) -> None:
    header = table.horizontalHeader()

    with qtbot.waitSignal(table.sorted_by) as told:
        header.setSortIndicator(3, Qt.SortOrder.DescendingOrder)

    assert told.args == [3, True]
    assert names(table) == ["Birch", "Cedar", "Aspen"]


def test_what_is_chosen_stays_chosen_in_another_order(table: VenueTable) -> None:
    table.choose(3)

    table.sort_by(0, falling=True)

    assert names(table)[0] == "Cedar"
    assert (table.chosen_id(), table.currentIndex().row()) == (3, 0)


def test_what_is_chosen_stays_chosen_among_other_rows(
    qtbot: QtBot, table: VenueTable
) -> None:
    table.choose(3)

    with qtbot.assertNotEmitted(table.chosen):
        table.show_rows([row("Aaron", id=9), *ROWS])
    kept = table.chosen_id()
    table.show_rows(ROWS[:2])

    assert kept == 3
    assert table.chosen_id() is None


def test_a_venue_that_is_not_there_cannot_be_chosen(table: VenueTable) -> None:
    assert table.choose(2)
    assert not table.choose(99)
    assert table.chosen_id() == 2


def test_the_names_take_the_room_that_is_left(qtbot: QtBot, table: VenueTable) -> None:
    header = table.horizontalHeader()
    before = header.sectionSize(0)

    table.resize(900, 300)
    qtbot.waitUntil(lambda: header.sectionSize(0) > before)

    assert header.length() == table.viewport().width()


def test_showing_two_thousand_venues_takes_less_than_a_frame(
    table: VenueTable,
) -> None:
    rows = [row(f"Venue {n:04}", id=n) for n in range(2000)]
    table.show_rows(rows)

    took = []
    for part in (rows[:500], rows, rows[500:], rows[::2], rows):
        start = perf_counter()
        table.show_rows(part)
        took.append(perf_counter() - start)

    assert sorted(took)[2] < 0.016


def test_columns_fit_what_is_shown_after_the_list_was_empty(table: VenueTable) -> None:
    column = table.column("Kind")
    table.show_rows(())
    table.sort_by(1, falling=True)

    table.show_rows([row("Aspen", id=1, kind="Community centre of the north")])

    assert table.columnWidth(column) >= table.sizeHintForColumn(column) > 0
