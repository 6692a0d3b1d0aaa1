"""What a replay would have solved, in words and in tables."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.what_if_result import WhatIfResult
from venues.services.what_if.asking import Line, Told

TOLD = Told(
    headline="2 of 4 needs and searches solved.",
    cost="About £3,150 of hire a year.",
    authorities=(Line("Warrington", "2", "3"),),
    sources=(Line("Needs that were recorded", "2", "3"),),
)


def test_it_says_what_would_have_been_solved_and_what_is_not_checked(
    qtbot: QtBot,
) -> None:
    result = WhatIfResult()
    qtbot.addWidget(result)

    result.say(TOLD)

    assert result.headline.text() == TOLD.headline
    assert result.cost.text() == TOLD.cost
    assert not result.more.isVisible()
    assert result.authorities.ordered.index(0, 1).data() == "2"
    assert result.sources.ordered.index(0, 0).data() == "Needs that were recorded"


def test_it_takes_no_room_before_and_after(qtbot: QtBot) -> None:
    result = WhatIfResult()
    qtbot.addWidget(result)
    assert not result.isVisible()

    result.say(TOLD)
    assert result.isVisible()

    result.clear()
    assert not result.isVisible()


def test_no_number_has_to_be_scrolled_to_where_it_is_narrow(qtbot: QtBot) -> None:
    result = WhatIfResult()
    qtbot.addWidget(result)
    result.say(TOLD)

    for width in (1200, 500):
        result.resize(width, 600)
        QApplication.processEvents()
        for table in (result.authorities, result.sources):
            assert table.verticalScrollBar().maximum() == 0
            assert table.horizontalScrollBar().maximum() == 0
    assert result.sources.y() > result.authorities.y()
