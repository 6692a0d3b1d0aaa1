"""Names at the left, words at the right."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.facts import FactList
from ui.widgets.text import Words


def test_what_has_no_words_is_left_out(qtbot: QtBot) -> None:
    facts = FactList()
    qtbot.addWidget(facts)

    facts.show_facts(
        [
            ("", [("Kind", "Library"), ("Owner", "")]),
            ("Empty", [("Rail", "")]),
            ("Getting there", [("Bus", "Route 4")]),
        ]
    )

    assert facts.words() == {"Kind": "Library", "Bus": "Route 4"}
    assert "Empty" not in [label.text() for label in facts.findChildren(Words)]


def test_other_facts_take_the_place_of_those_before(qtbot: QtBot) -> None:
    facts = FactList()
    qtbot.addWidget(facts)
    facts.show_facts([("", [("Kind", "Library"), ("Owner", "The council")])])

    facts.show_facts([("", [("Kind", "School")])])

    assert facts.words() == {"Kind": "School"}
