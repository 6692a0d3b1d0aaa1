"""A month to pick a day from."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.month import Month

TODAY = date(2026, 11, 26)


@pytest.fixture
def month(qtbot: QtBot) -> Month:
    """November 2026, with its 26th as today."""
    made = Month()
    qtbot.addWidget(made)
    made.mark(TODAY)
    return made


def test_weeks_begin_on_monday_and_a_screen_reader_hears_what_it_is(
    month: Month,
) -> None:
    assert month.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert month.accessibleName() == "Calendar"


def test_only_today_stands_out(month: Month) -> None:
    c = theme.colours(month.palette())
    month.mark(date(2026, 11, 27))

    marked = month.dateTextFormat()

    assert list(marked) == [QDate(2026, 11, 27)]
    assert marked[QDate(2026, 11, 27)].foreground().color() == c.accent_ink


def test_weekends_are_inked_like_other_days(month: Month) -> None:
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday, Qt.DayOfWeek.Tuesday):
        assert not month.weekdayTextFormat(day).hasProperty(
            month.headerTextFormat().Property.ForegroundBrush
        )


def test_a_day_is_chosen(month: Month) -> None:
    month.choose(date(2026, 12, 3))

    assert month.selectedDate() == QDate(2026, 12, 3)
    assert month.monthShown() == 12
