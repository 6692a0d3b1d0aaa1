"""Contacts, and what can be given to whoever comes."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.venue_contacts import BLOCKS, COPY, WAY, ContactsTab


@pytest.mark.parametrize("may_edit", [True, False])
def test_each_button_asks_for_its_step(qtbot: QtBot, *, may_edit: bool) -> None:
    tab = ContactsTab(may_edit=may_edit)
    qtbot.addWidget(tab)
    asked: list[str] = []
    tab.asked.connect(asked.append)
    tab.show()

    for button in (tab.copy, tab.way, tab.blocks):
        button.click()

    assert asked == [COPY, WAY, BLOCKS]
    assert tab.blocks.isVisible() is may_edit


def test_facts_stand_below(qtbot: QtBot) -> None:
    tab = ContactsTab(may_edit=False)
    qtbot.addWidget(tab)

    tab.show_groups([("Contacts", [("Caretaker", "0161 496 0000")])])

    assert tab.facts.words() == {"Caretaker": "0161 496 0000"}
