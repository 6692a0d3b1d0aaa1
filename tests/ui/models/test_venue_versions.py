"""Two versions of a venue or of a room in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from tests.ui.venue_scene import HUB
from ui.models import venue_versions
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    RoomDraft,
    WaitingDraft,
)


def test_a_venue_differs_field_by_field_in_the_words_of_the_page() -> None:
    opened = replace(HUB, authority_id=1)
    mine = replace(opened, town="Widnes")
    theirs = replace(opened, authority_id=2, status="suspended", rate=900)

    found = venue_versions.of_venue(opened, mine, theirs, {1: "Halton", 2: "Wirral"})

    assert [(each.label, each.mine, each.theirs, each.changed) for each in found] == [
        ("Authority", "Halton", "Wirral", False),
        ("Status", "Active", "Suspended", False),
        ("Town", "Widnes", "Warrington", True),
        ("Rate", "£14.00", "£9.00", False),
    ]


def test_an_authority_that_the_postcode_is_to_tell_is_nothing_yet() -> None:
    theirs = replace(HUB, authority_id=2)

    found = venue_versions.of_venue(HUB, HUB, theirs, {2: "Warrington"})

    assert (found[0].mine, found[0].theirs) == ("", "Warrington")


def test_the_parts_of_a_room_are_told_by_whom_it_shares_them_with() -> None:
    half = RoomDraft(id=1, venue_id=1, name="Hall A", space_ids=(1,))
    hall = RoomDraft(id=2, venue_id=1, name="Hall", space_ids=(1, 2))
    alone = replace(hall, space_ids=(3,))

    found = venue_versions.of_room(hall, hall, alone, [half, hall])

    assert [(each.mine, each.theirs) for each in found] == [
        ("Shares with Hall A", "By itself")
    ]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("owner", "The council", "The council"),
        ("owner", "", ""),
        ("rate", None, ""),
        ("last_bus", time(21, 5), "9:05pm"),
        ("booked_by", "request", "Ask the venue"),
        ("contacts", (ContactDraft("Desk", "01632 960000", "", "9 to 4"),) * 2, None),
        ("entrances", (EntranceDraft("Side", step_free=False),), "Side, not step-free"),
        ("waiting_spaces", (WaitingDraft("Foyer", 1, "Side"),), "Foyer, 1 seat, Side"),
        (
            "features",
            (FeatureDraft("hearing-loop", present=False, note="broken"),),
            "Hearing loop: no (broken)",
        ),
    ],
)
def test_every_kind_of_value_has_words(
    name: str, value: Any, words: str | None
) -> None:
    expected = "\n".join(["Desk, 01632 960000, 9 to 4"] * 2) if words is None else words

    assert venue_versions.said(name, value) == expected
