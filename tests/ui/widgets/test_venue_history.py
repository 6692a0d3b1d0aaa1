"""The History tab."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.widgets.venue_history import HistoryTab
from venues.services.venue_history import HistoryRow

CHANGE = HistoryRow(1, datetime(2026, 6, 4, 10, 12), "Coordinator 01", "Oak", "6 → 8")
ROWS = (
    HistoryRow(3, datetime(2026, 11, 25, 9), "Manager 01", "Hours", "9 to 5 added"),
    HistoryRow(2, datetime(2026, 11, 1, 9), "Coordinator 01", "Venue", "Kind a → b"),
    CHANGE,
)


@pytest.fixture
def tab(qtbot: QtBot) -> HistoryTab:
    """Three changes."""
    tab = HistoryTab(lambda: False, lambda: datetime(2026, 11, 26, 10))
    qtbot.addWidget(tab)
    tab.resize(420, 500)
    tab.show()
    tab.show_rows(ROWS)
    return tab


def ids(tab: HistoryTab) -> list[int]:
    return [row.id for row in tab.shown()]


def test_changes_are_listed_and_none_is_said(tab: HistoryTab) -> None:
    listed = tab.table.ordered.rowCount()

    tab.show_rows([])

    assert listed == 3
    assert tab.empty.isVisible()
    assert not tab.copy.isVisible()


@pytest.mark.parametrize(
    ("chip", "key", "found"),
    [
        ("what", "Oak", [1]),
        ("who", "Manager 01", [3]),
        ("period", "week", [3]),
        ("period", "month", [3, 2]),
        ("period", "year", [3, 2, 1]),
    ],
)
def test_chips_narrow_by_what_by_whom_and_when(
    tab: HistoryTab, chip: str, key: str, found: list[int]
) -> None:
    getattr(tab, chip).choose(key)

    assert ids(tab) == found
    assert tab.table.ordered.rowCount() == len(found)


def test_nothing_like_that_offers_everything(tab: HistoryTab) -> None:
    tab.what.choose("Oak")
    tab.period.choose("week")
    none = (tab.empty.isVisible(), tab.copy.isEnabled())

    tab.empty.button.click()

    assert none == (True, False)
    assert ids(tab) == [3, 2, 1]


def test_what_is_shown_is_copied_as_text_and_as_a_table(tab: HistoryTab) -> None:
    tab.what.choose("Oak")

    tab.copy.click()

    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == (
        "When\tBy\tWhat\tChange\n4 June 2026 10:12am\tCoordinator 01\tOak\t6 → 8"
    )
    assert "<td>Coordinator 01</td>" in content.html()


def test_what_narrows_goes_on_for_the_next_venue_as_far_as_it_can(
    tab: HistoryTab,
) -> None:
    tab.who.choose("Manager 01")

    tab.show_rows(ROWS[1:])

    assert tab.who.value() == ""
    assert ids(tab) == [2, 1]
