"""What is known of one case, and what can be done with it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.apart_about import AboutCase
from venues.services.apart.glances import About

ABOUT = About(case_id=4, reference="WA-20391", words="Two workers", confirmed=True)


def test_each_way_says_which_case_is_meant(qtbot: QtBot) -> None:
    block = AboutCase(ABOUT, manager=True)
    qtbot.addWidget(block)
    asked: list[tuple[str, object]] = []
    block.asked.connect(lambda what, about: asked.append((what, about)))

    for button in block.buttons:
        button.click()

    assert asked == [
        ("case", 4),
        ("confirm case", 4),
        ("bar", "WA-20391"),
        ("merge", "WA-20391"),
        ("everything", "WA-20391"),
    ]
    assert block.buttons[0].accessibleName() == "Edit case, WA-20391"


def test_merging_and_all_that_is_held_are_for_managers(qtbot: QtBot) -> None:
    block = AboutCase(ABOUT)
    qtbot.addWidget(block)

    assert [button.text() for button in block.buttons] == [
        "Edit case…",
        "Confirm case…",
        "Venue not to use…",
    ]
