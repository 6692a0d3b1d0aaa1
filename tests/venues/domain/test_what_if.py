"""Changes of places: in words, and as plain data."""

from __future__ import annotations

import json
from datetime import time

import pytest

from venues.domain import what_if
from venues.domain.what_if import (
    AddRooms,
    Change,
    CloseVenue,
    FixCriterion,
    HirePrice,
    OpenLonger,
)

SAID: list[tuple[Change, str]] = [
    (
        AddRooms(town="Runcorn", number=2, opens=time(15), closes=time(19)),
        "Add 2 rooms in Runcorn, Monday to Friday, 3pm to 7pm",
    ),
    (
        AddRooms(venue_id=1, weekdays=(5,), lacking=("screen",)),
        "Add 1 room at Bear Lane Library, Saturday, 9am to 8pm",
    ),
    (
        OpenLonger(venue_id=1, weekdays=(1, 3), closes=time(19)),
        "Open Bear Lane Library Tuesday, Thursday, 9am to 7pm",
    ),
    (
        FixCriterion(venue_id=1, code="A2", once=100),
        "Put right at Bear Lane Library: Is the way in step-free?",
    ),
    (FixCriterion(venue_id=1, code=""), "Review the assessment of Bear Lane Library"),
    (CloseVenue(venue_id=2), "Close a venue that is no longer there"),
    (HirePrice(venue_id=1, pence=1250), "Hire Bear Lane Library at £12.50 an hour"),
]


@pytest.mark.parametrize(("change", "words"), SAID)
def test_a_change_is_said_in_words(change: Change, words: str) -> None:
    venues, questions = {1: "Bear Lane Library"}, {"A2": "Is the way in step-free?"}

    assert what_if.words(change, venues, questions) == words


@pytest.mark.parametrize("change", [change for change, _ in SAID])
def test_a_change_comes_back_from_storage_as_it_was(change: Change) -> None:
    stored = json.loads(json.dumps(what_if.stored(change)))

    assert what_if.read(stored) == change


def test_what_is_none_of_ours_is_not_read() -> None:
    with pytest.raises(KeyError):
        what_if.read({"kind": "move", "venue_id": 1})
