"""The words of the two lists: how each stands, and never two references."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from tests.ui.sitting import WILLOW, appointment
from ui.models import reviews as words
from venues.domain.period import Period
from venues.services.reviews.listing import Item
from venues.services.sign_offs.queue import Item as SignOff

THREE, FOUR = datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)
ITEM = Item(1, appointment(THREE, FOUR).seen, WILLOW, "It is closed then.", THREE)
ASKED = SignOff(
    id=1,
    booking_id=None,
    asked_by="Practitioner 04",
    cases=("WA-20417",),
    kind="Supervision session",
    people=2,
    rooms=(WILLOW,),
    period=Period(THREE, FOUR),
    why="",
    words=("This venue is not available.",),
)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (ITEM, words.CHANGED),
        (replace(ITEM, for_a_person=True), words.PERSON),
        (replace(ITEM, for_a_person=True, told=True), words.TOLD),
        (replace(ITEM, for_a_person=True, gone=True), words.GONE),
    ],
)
def test_how_it_stands_is_a_word(item: Item, said: str) -> None:
    column = words.review_columns(lambda: False)[1]

    assert column.text(item) == said
    assert column.kind is not None
    assert column.kind(item) == words.KINDS[said]


def test_when_and_where_it_is() -> None:
    shown = [column.text(ITEM) for column in words.review_columns(lambda: True)]

    assert shown[0] == "Thu 26 November, 15:00 to 16:00"
    assert shown[2] == "Willow Room, Millbrook Family Hub"
    assert shown[4] == "It is closed then."


def test_several_cases_are_counted_and_never_named_side_by_side() -> None:
    assert words.cases(ASKED) == "WA-20417"
    assert words.cases(replace(ASKED, cases=("WA-1", "WA-2"))) == "2 cases"
    assert words.cases(replace(ASKED, cases=())) == "None"


def test_what_a_manager_is_asked_stands_in_the_table() -> None:
    shown = [column.text(ASKED) for column in words.sign_off_columns(lambda: False)]

    assert shown == [
        "Thu 26 November, 3:00pm to 4:00pm",
        "Practitioner 04",
        "WA-20417",
        "Willow Room, Millbrook Family Hub",
        "Supervision session",
    ]
