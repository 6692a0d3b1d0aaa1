"""A week's opening hours as a table."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.weektable import WeekRow, WeekTable, week_rows
from venues.domain.hours_words import read_hours
from venues.domain.week import Week

DAY, MORNING = read_hours("9-5"), read_hours("9-12")
WEEK: Week = {(day, "open"): DAY for day in range(5)} | {
    (2, "staffed"): MORNING,
    (5, "usable"): MORNING,
}


def test_days_in_a_row_that_are_alike_are_one_row() -> None:
    assert week_rows(WEEK, twenty_four=False) == [
        WeekRow("Mon and Tue", "9am to 5pm", "Closed", "Closed"),
        WeekRow("Wed", "9am to 5pm", "9am to 12pm", "Closed"),
        WeekRow("Thu and Fri", "9am to 5pm", "Closed", "Closed"),
        WeekRow("Sat", "Closed", "Closed", "9am to 12pm"),
        WeekRow("Sun", "Closed", "Closed", "Closed"),
    ]


def test_the_table_follows_the_clock_somebody_prefers(qtbot: QtBot) -> None:
    table = WeekTable("Hours", lambda: True)
    qtbot.addWidget(table)

    table.show_week({(0, "open"): DAY})

    assert table.rows()[0] == WeekRow("Mon", "09:00 to 17:00", "Closed", "Closed")
    assert table.ordered.index(0, 1).data() == "09:00 to 17:00"
