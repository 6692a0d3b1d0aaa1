"""Ticking some of many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.checklist import CheckList

VENUES = [(1, "Lantern House, Widnes"), (2, "Millbrook, Warrington"), (3, "Weaver")]


@pytest.fixture
def venues(qtbot: QtBot) -> CheckList:
    made = CheckList("Venues", "venue", "Search by name or town")
    qtbot.addWidget(made)
    made.offer(VENUES)
    made.show()
    return made


def count(venues: CheckList) -> str:
    return venues.findChildren(QLabel)[-1].text()


def test_nothing_is_ticked_at_first(venues: CheckList) -> None:
    assert venues.ticked() == ()
    assert count(venues) == "0 of 3 venues chosen"


def test_space_ticks_what_is_in_front(venues: CheckList, qtbot: QtBot) -> None:
    venues.list.setCurrentRow(1)

    with qtbot.waitSignal(venues.changed) as changed:
        qtbot.keyClick(venues.list, Qt.Key.Key_Space)

    assert changed.args == [(2,)]
    assert count(venues) == "1 of 3 venues chosen"


def test_ticking_is_told_once_for_all(venues: CheckList, qtbot: QtBot) -> None:
    told: list[object] = []
    venues.changed.connect(told.append)

    venues.tick({1, 3})

    assert told == [(1, 3)]


def test_the_search_hides_what_does_not_match_and_keeps_its_tick(
    venues: CheckList, qtbot: QtBot
) -> None:
    venues.tick({1})

    qtbot.keyClicks(venues.search, "warr MILL")

    shown = [not venues.list.item(row).isHidden() for row in range(3)]
    assert shown == [False, True, False]
    assert venues.ticked() == (1,)


def test_every_part_has_a_name_for_a_screen_reader(venues: CheckList) -> None:
    assert venues.list.accessibleName() == "Venues"
    assert venues.search.accessibleName() == "Search by name or town"
