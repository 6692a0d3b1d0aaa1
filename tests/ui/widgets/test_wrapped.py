"""A table for a narrow place."""

from __future__ import annotations

from operator import itemgetter

import pytest
from pytestqt.qtbot import QtBot

from ui.models.table import Column, TableModel
from ui.widgets.wrapped import WrappedTable

Row = tuple[str, str]
LONG = "Words that go on and on until they need a second line and a third one too"
COLUMNS: tuple[Column[Row], ...] = (
    Column("Name", itemgetter(0), itemgetter(0)),
    Column("Words", itemgetter(1), itemgetter(1)),
)


@pytest.fixture
def model(qtbot: QtBot) -> TableModel[Row]:
    """Two rows, of which the second is long."""
    model = TableModel(COLUMNS)
    model.show([("B", "short"), ("A", LONG)])
    return model


def test_rows_are_as_high_as_their_words_and_the_table_as_its_rows(
    qtbot: QtBot, model: TableModel[Row]
) -> None:
    table = WrappedTable("Words", model, narrow=[0])
    qtbot.addWidget(table)
    table.resize(240, 100)
    table.show()

    qtbot.waitUntil(lambda: table.rowHeight(1) > table.rowHeight(0))
    rows = table.rowHeight(0) + table.rowHeight(1)
    narrow = table.height()
    table.resize(900, table.height())
    qtbot.waitUntil(lambda: table.height() < narrow)

    assert narrow > rows


def test_one_that_does_not_grow_is_scrolled(
    qtbot: QtBot, model: TableModel[Row]
) -> None:
    table = WrappedTable("Words", model, grows=False)
    qtbot.addWidget(table)
    table.resize(240, 60)
    table.show()

    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)
    assert table.height() == 60


def test_rows_stand_as_they_are_given(qtbot: QtBot, model: TableModel[Row]) -> None:
    table = WrappedTable("Words", model)
    qtbot.addWidget(table)

    assert table.ordered.index(0, 0).data() == "B"
    assert not table.isSortingEnabled()


def test_larger_text_makes_it_higher(qtbot: QtBot, model: TableModel[Row]) -> None:
    table = WrappedTable("Words", model)
    qtbot.addWidget(table)
    table.resize(400, 100)
    table.show()
    before = table.height()

    larger = table.font()
    larger.setPointSizeF(larger.pointSizeF() * 2)
    table.setFont(larger)

    qtbot.waitUntil(lambda: table.height() > before)
