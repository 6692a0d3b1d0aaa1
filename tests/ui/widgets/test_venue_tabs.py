"""The tabs that are read: facts and history."""

from __future__ import annotations

from datetime import datetime

from pytestqt.qtbot import QtBot

from ui.widgets.venue_tabs import FactsTab, HistoryTab
from venues.services.venue_history import HistoryRow

CHANGE = HistoryRow(1, datetime(2026, 6, 4, 10, 12), "Coordinator 01", "Oak", "6 → 8")


def test_facts_take_the_place_of_the_words_that_there_are_none(qtbot: QtBot) -> None:
    tab = FactsTab("phone", "No contacts yet", "They stand here.")
    qtbot.addWidget(tab)
    tab.show()

    tab.show_groups([("Contacts", [("Reception", "")])])
    nothing = tab.facts.isVisible()
    tab.show_groups([("Contacts", [("Reception", "01632 960000")])])

    assert (nothing, tab.facts.isVisible()) == (False, True)
    assert tab.facts.words() == {"Reception": "01632 960000"}


def test_changes_are_listed_and_none_is_said(qtbot: QtBot) -> None:
    tab = HistoryTab(lambda: False)
    qtbot.addWidget(tab)

    tab.show_rows([CHANGE])
    listed = tab.currentWidget() is tab.table
    tab.show_rows([])

    assert (listed, tab.currentWidget() is tab.table) == (True, False)
