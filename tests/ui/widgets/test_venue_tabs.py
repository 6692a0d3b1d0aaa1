"""The tabs that tell facts."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.venue_tabs import FactsTab


def test_facts_take_the_place_of_the_words_that_there_are_none(qtbot: QtBot) -> None:
    tab = FactsTab("phone", "No contacts yet", "They stand here.")
    qtbot.addWidget(tab)
    tab.show()

    tab.show_groups([("Contacts", [("Reception", "")])])
    nothing = tab.facts.isVisible()
    tab.show_groups([("Contacts", [("Reception", "01632 960000")])])

    assert (nothing, tab.facts.isVisible()) == (False, True)
    assert tab.facts.words() == {"Reception": "01632 960000"}
