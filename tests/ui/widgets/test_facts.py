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


def test_it_asks_for_no_more_height_than_its_words_take(qtbot: QtBot) -> None:
    facts = FactList()
    qtbot.addWidget(facts)
    facts.resize(600, 300)
    facts.show()

    facts.show_facts([("", [("Furthest a family is asked to travel", "3 miles")] * 3)])
    qtbot.waitUntil(lambda: facts.findChildren(Words)[0].width() > 100)

    line = facts.fontMetrics().height()
    assert facts.minimumSizeHint().height() < 5 * line


def test_a_long_heading_wraps_instead_of_widening_the_page(qtbot: QtBot) -> None:
    facts = FactList()
    qtbot.addWidget(facts)

    facts.show_facts([("A room whose name goes on " * 5, [("Kind", "Library")])])

    letters = facts.fontMetrics().averageCharWidth()
    assert facts.minimumSizeHint().width() < 40 * letters
