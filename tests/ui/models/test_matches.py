"""What a row of the results says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.models import matches
from ui.models.matches import MatchList
from venues.domain.period import Period
from venues.domain.proposal import Day, Room, Span, Venue
from venues.services.finding import Match

DAY = datetime(2026, 11, 26)
VENUE = Venue(1, "Millbrook Family Hub", "Warrington", "Warrington", 2, "active")
ROOM = Room(
    id=1,
    name="Willow Room",
    venue=VENUE,
    space_ids=(1,),
    seats={"circle": 6, "table": 4},
    capacity=6,
    floor="ground floor",
    features={"step-free": True},
)


def hour(number: int) -> datetime:
    return DAY.replace(hour=number)


def match(room: Room = ROOM, **changed: Any) -> Match:
    day = Day(
        DAY.date(),
        usable=(Span(hour(9), hour(20)),),
        busy=(Span(hour(10), hour(11)),),
    )
    usual = Match(room, day, Period(hour(15), hour(16)), 1931.0, 0, ())
    return replace(usual, **changed)


@pytest.mark.parametrize(
    ("room", "layout", "expected"),
    [
        (ROOM, None, "1.2 miles, seats 6, ground floor, step-free, free of charge"),
        (
            replace(ROOM, rate=1400),
            "table",
            "1.2 miles, seats 4 round a table, ground floor, step-free, £14.00 an hour",
        ),
        (
            replace(ROOM, reached_by="stairs", floor="first"),
            None,
            "1.2 miles, seats 6, first floor, up stairs, free of charge",
        ),
        (
            replace(ROOM, reached_by="lift", features={}),
            None,
            "1.2 miles, seats 6, ground floor by lift, free of charge",
        ),
        (
            replace(
                ROOM, rate=900, venue=replace(VENUE, min_hire=180, by_request=True)
            ),
            None,
            (
                "1.2 miles, seats 6, ground floor, step-free, £9.00 an hour, "
                "3 hours at least, the venue is asked first"
            ),
        ),
    ],
)
def test_facts_are_said_in_words(room: Room, layout: str | None, expected: str) -> None:
    assert ", ".join(matches.facts(match(room), layout)) == expected


def test_the_distance_can_be_left_out() -> None:
    said = matches.facts(match(), None, distance=False)

    assert not any("mile" in each for each in said)


def test_a_town_is_not_said_twice() -> None:
    hall = replace(ROOM, venue=replace(VENUE, name="Warrington Town Hall"))

    assert matches.place(ROOM) == "Millbrook Family Hub, Warrington"
    assert matches.place(hall) == "Warrington Town Hall"


def test_the_day_is_in_minutes_since_midnight() -> None:
    (row,) = matches.rows(_found(match()))

    assert row.busy == ((600, 660),)
    assert row.closed == ((0, 540), (1200, 1440))
    assert row.wish == (900, 960)


def test_a_room_at_another_start_says_so() -> None:
    moved = match(period=Period(hour(16), hour(17)))

    rows = matches.rows(_found(match()), [moved])

    assert [row.start for row in rows] == ["", "at 4pm"]
    assert rows[1].wish == (960, 1020)
    assert "at 4pm" in rows[1].spoken


def test_the_model_speaks_the_whole_row(qtmodeltester: ModelTester) -> None:
    model = MatchList()
    qtmodeltester.check(model)

    model.show(matches.rows(_found(match())))

    index = model.index(0)
    assert index.data() == "Willow Room"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith(
        "Willow Room, Millbrook Family Hub, Warrington. 1.2 miles, seats 6"
    )
    assert (model.place(1), model.place(4711)) == (0, -1)


def _found(*found: Match) -> Any:
    """As much of an answer as rows are made of."""

    class Asked:
        layout = None

    class Judged:
        asked = Asked

    class Found:
        matches = found
        judged = Judged

    return Found
