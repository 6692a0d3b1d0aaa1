"""The list of what keeps people apart."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.models.test_apart_rows import BARRED, LINKED
from ui.models.apart_rows import KEPT_FROM, apart_columns
from ui.models.table import TableModel
from ui.widgets.apart_table import EXPENDABLE, ApartTable
from venues.services.apart.overview import Row


def test_long_names_give_way_before_the_last_column(qtbot: QtBot) -> None:
    model: TableModel[Row] = TableModel(apart_columns(lambda _: "WA-20466"))
    long = Row(
        key=BARRED.key,
        case="WA-20391",
        case_id=1,
        kept_from="A very long name of a very long building",
        standing=BARRED.standing,
    )
    model.show([LINKED, long])
    table = ApartTable(model)
    qtbot.addWidget(table)
    table.show()

    table.resize(2000, 300)
    wide = table.columnWidth(KEPT_FROM)
    table.resize(700, 300)
    narrow = table.columnWidth(KEPT_FROM)
    kept = [table.isColumnHidden(column) for column in EXPENDABLE]
    table.resize(200, 300)
    lost = [table.isColumnHidden(column) for column in EXPENDABLE]

    assert wide > narrow
    assert (kept, lost) == ([False, False], [True, True])
    assert 0 < table.columnWidth(KEPT_FROM) <= narrow
