"""Other rooms and times that would do."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.alternatives import Alternatives, when
from venues.domain.period import Period
from venues.domain.proposal import Room, Venue
from venues.services.alternatives import Alternative

ASKED = Period.lasting(datetime(2026, 11, 26, 15, 30), 60)
ROOM = Room(
    id=2,
    name="Oak Room",
    venue=Venue(
        1, "Weaver Hall", "Northwich", "Cheshire West and Chester", 4, "active"
    ),
    space_ids=(2,),
    seats={"circle": 6},
    capacity=6,
)


def way(period: Period, said: str = "the same time, another room") -> Alternative:
    return Alternative(ROOM, period, None, said)


@pytest.mark.parametrize(
    ("period", "said", "expected"),
    [
        (ASKED, "the same time, another room", "The same time, another room"),
        (
            ASKED.moved(timedelta(hours=1)),
            "later here",
            "4:30pm to 5:30pm, later here",
        ),
        (ASKED.moved(timedelta(days=1)), "another day", "Friday 27 November, 3:30pm"),
    ],
)
def test_each_says_how_it_differs(period: Period, said: str, expected: str) -> None:
    assert when(way(period, said), ASKED) == expected


def test_pressing_one_hands_it_over(qtbot: QtBot) -> None:
    ways = Alternatives()
    qtbot.addWidget(ways)
    offered = way(ASKED, "another day")
    ways.show_ways([offered], ASKED)

    with qtbot.waitSignal(ways.chosen) as heard:
        ways.buttons[0].click()

    assert heard.args == [offered]
    assert ways.buttons[0].accessibleName() == (
        "Oak Room, Weaver Hall, Northwich. Another day"
    )


def test_a_narrow_button_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    ways = Alternatives()
    qtbot.addWidget(ways)
    ways.show_ways([way(ASKED)], ASKED)
    button = ways.buttons[0]

    assert button.heightForWidth(120) > button.heightForWidth(400)
    assert button.minimumSizeHint().width() < 200


def test_nothing_to_offer_shows_nothing(qtbot: QtBot) -> None:
    ways = Alternatives()
    qtbot.addWidget(ways)

    ways.show_ways([], ASKED)

    assert ways.isHidden()
    assert ways.buttons == []
