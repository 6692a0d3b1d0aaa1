"""What a row of the results says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from tests.venues.domain.assessing import full
from ui.models import matches
from ui.models.matches import MatchList
from venues.domain.checklist import MUST
from venues.domain.findings import Finding, Severity
from venues.domain.judgement import NOTHING_WRONG, Failure, Judgement, State
from venues.domain.period import Period
from venues.domain.proposal import Day, Room, Span, Venue
from venues.domain.record import Part, Record, Reply, Visit
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

    class About:
        today = DAY.date()

    class Judged:
        asked = Asked
        about = About

    class Found:
        matches = found
        judged = Judged

    return Found


SEEN = Visit(date(2026, 6, 4), date(2027, 6, 4))
BLINDS = Failure(
    full().questions["C2"],
    Reply("no", control="Blinds must be down", accepted=True),
    MUST,
)
COLD = Failure(full().questions["W2"], Reply("1"), MUST)


def seen(standing: Judgement, *findings: Finding) -> Match:
    """A room somebody has been to see, as it stands."""
    room = replace(ROOM, record=Record(Part(SEEN), Part(SEEN)))
    return match(room, standing=standing, findings=findings)


def test_three_badges_stand_in_words_where_somebody_has_been() -> None:
    (row,) = matches.rows(_found(seen(NOTHING_WRONG)))
    (unseen,) = matches.rows(_found(match()))

    assert [each.said for each in row.badges] == ["Safe", "Confidential", "Accessible"]
    assert all(each.good for each in row.badges)
    assert "Safe, in order. Confidential, in order" in row.spoken
    assert (unseen.badges, unseen.fourth) == ((), "")


def test_a_condition_is_told_by_its_badge_and_other_warnings_beside_it() -> None:
    standing = Judgement(State.CONDITIONS, conditions=(BLINDS,))
    tick = Finding("R9 C2", Severity.WARNING, "Blinds must be down.")
    route = Finding("R23", Severity.WARNING, "Talk about the route.")

    (row,) = matches.rows(_found(seen(standing, tick, route)))

    assert row.badges[1].said == "Confidential: blinds must be down"
    assert row.warnings == ("Talk about the route.",)
    assert "Confidential: blinds must be down" in row.spoken


def test_what_has_no_badge_stands_in_a_fourth_line() -> None:
    standing = Judgement(State.SUITABLE, wanting=(COLD,), due=date(2026, 11, 30))

    (row,) = matches.rows(_found(seen(standing)))

    assert row.fourth == (
        "Child-centred: it does not feel ordinary and warm. "
        "Practical: review due in 4 days"
    )
    assert row.spoken.endswith(row.fourth)
