"""What is to be asked, in the words of a table."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.ui.sitting import MILLBROOK
from ui.kinds import Kind
from ui.models import asking
from venues.domain.venue_request import Wanted
from venues.services.block_hires import Unused
from venues.services.venue_answers import Answer
from venues.services.venue_asking import Item

THREE = datetime(2026, 12, 8, 15)
FOUR = datetime(2026, 12, 8, 16)


def item(said: str = "to ask", *, urgent: bool = False, **answer: Any) -> Item:
    return Item(
        booking_id=1,
        version=1,
        wanted=Wanted(starts=THREE, ends=FOUR, rooms="Willow Room", people=4),
        answer=Answer(said=said, **answer),
        workers=("Practitioner 04", "Practitioner 05"),
        urgent=urgent,
    )


def shown(found: Any, columns: Any) -> list[str]:
    return [column.text(found) for column in columns]


def test_a_row_says_when_where_how_many_and_whose() -> None:
    assert shown(item(), asking.columns(lambda: False)) == [
        "Tue 8 December, 3:00pm to 4:00pm",
        "To ask",
        "Willow Room",
        "4",
        "",
        "Practitioner 04",
    ]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (item("asked", asked_on=date(2026, 11, 20)), "on 20 November"),
        (item("asked"), ""),
        (item("yes", by="Caretaker", reference="H-7"), "by Caretaker, H-7"),
        (item("no", answered_on=date(2026, 11, 21)), "on 21 November"),
    ],
)
def test_what_was_said_is_said_in_short(found: Item, words: str) -> None:
    assert asking.said(found) == words


def test_the_state_is_a_badge_and_the_urgent_ones_come_first() -> None:
    answer = asking.columns(lambda: False)[1]
    assert answer.kind is not None
    items = [item("no"), item("asked"), item(), item(urgent=True), item("yes")]

    kinds = [answer.kind(each) for each in items]
    ordered = sorted(items, key=answer.key)

    assert kinds == [Kind.BAD, Kind.QUIET, Kind.WARN, Kind.BAD, Kind.GOOD]
    assert asking.state(ordered[0]) == "To ask, urgent"
    assert asking.state(ordered[-1]) == "Said no"


def test_states_are_counted() -> None:
    assert asking.tally((item(), item("no"), item())) == "2 to ask, 1 said no"
    assert asking.told(1, "answered") == "1 booking answered"


def test_unused_time_names_its_room_or_the_whole_venue() -> None:
    columns = asking.unused_columns(lambda: True)

    rows = [
        shown(Unused(MILLBROOK, room, THREE, FOUR, "Billed"), columns)
        for room in ("Hall", "")
    ]

    assert rows[0] == [
        "Tue 8 December, 15:00 to 16:00",
        "Millbrook Family Hub",
        "Hall",
        "Billed",
    ]
    assert rows[1][2] == "The whole venue"
