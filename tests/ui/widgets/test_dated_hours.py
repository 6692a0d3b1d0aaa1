"""Hours that hold for some dates, as a table."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.dated_hours import DatedHours, DatedRow
from venues.domain.opening import Stretch

NINE, NOON, FIVE = time(9), time(12), time(17)
JUNE, JULY = date(2027, 6, 1), date(2027, 7, 1)
HOURS = (
    Stretch(5, "open", NINE, NOON, "always", JUNE, JULY),
    Stretch(5, "usable", NINE, NOON, "always", JUNE, JULY),
    Stretch(5, "staffed", NINE, FIVE, "always", JUNE, JULY),
    Stretch(6, "open", NINE, NOON, "always", date(2027, 9, 1), None),
    Stretch(6, "open", NINE, NOON, "always", None, date(2026, 1, 1)),
    Stretch(0, "open", NINE, FIVE),
)
LEFT = Qt.MouseButton.LeftButton


def made(qtbot: QtBot, *hours: Stretch, may_edit: bool = True) -> DatedHours:
    dated = DatedHours(may_edit=may_edit)
    qtbot.addWidget(dated)
    dated.resize(420, 500)
    dated.show()
    dated.show_hours(hours, twenty_four=False)
    return dated


def test_each_pair_of_dates_is_a_line(qtbot: QtBot) -> None:
    model = made(qtbot, *HOURS).table.ordered

    rows = [model.row(model.index(number, 0)) for number in range(model.rowCount())]

    assert [(row.when, row.hours) for row in rows if isinstance(row, DatedRow)] == [
        ("Until Thu 1 Jan 2026", "Open: Sun 9am to 12pm"),
        (
            "Tue 1 Jun 2027 to Thu 1 Jul 2027",
            "Open and we may use: Sat 9am to 12pm\nStaffed: Sat 9am to 5pm",
        ),
        ("From Wed 1 Sep 2027", "Open: Sun 9am to 12pm"),
    ]


@pytest.mark.parametrize(
    ("button", "asked"),
    [
        ("add", ["add dates", None]),
        ("change", ["change dates", (JUNE, JULY)]),
        ("remove", ["remove dates", (JUNE, JULY)]),
    ],
)
def test_a_button_asks_for_what_it_says(
    qtbot: QtBot, button: str, asked: list[object]
) -> None:
    dated = made(qtbot, *HOURS[:3])

    with qtbot.waitSignal(dated.asked) as told:
        qtbot.mouseClick(getattr(dated, button), LEFT)

    assert told.args == asked


def test_without_any_there_is_only_the_way_to_add_some(qtbot: QtBot) -> None:
    dated = made(qtbot, HOURS[-1])

    assert dated.add.isVisible()
    assert not dated.table.isVisible()
    assert not dated.change.isVisible()


def test_who_only_reads_sees_no_buttons(qtbot: QtBot) -> None:
    some = made(qtbot, *HOURS, may_edit=False)
    none = made(qtbot, may_edit=False)

    with qtbot.assertNotEmitted(some.asked):
        qtbot.keyClick(some.table, Qt.Key.Key_Return)

    assert some.table.isVisible()
    assert not some.add.isVisible()
    assert not some.remove.isVisible()
    assert none.isHidden()
