"""Words to copy for a family or a victim."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import neutral
from venues.domain.arrival_words import (
    Arriving,
    how_to_arrive,
    invitation,
    left_out,
)


def arriving(**changed: Any) -> Arriving:
    usual: dict[str, Any] = {
        "starts": datetime(2026, 12, 8, 16, 15),
        "place": "Weaver Hall, Northwich",
        "ask_for": "Rowan",
        "arrival": "Use the side door by the car park",
    }
    return Arriving(**usual | changed)


def test_an_invitation_in_full() -> None:
    assert invitation(arriving()) == (
        "Your appointment with Rowan is on Tuesday 8 December at 4:15pm at Weaver "
        "Hall, Northwich. Use the side door by the car park and ask for Rowan. If you "
        "can't make it or want somewhere else, ring or text Rowan."
    )


def test_without_a_name_and_a_place_it_is_still_a_sentence() -> None:
    said = invitation(arriving(ask_for="", place="", arrival=""), twenty_four=True)

    assert said == (
        "Your appointment is on Tuesday 8 December at 16:15. If you can't make it or "
        "want somewhere else, ring or text us."
    )


@pytest.mark.parametrize(
    ("arrival", "words"),
    [
        ("", "Ask for Rowan."),
        ("Use the main door.", "Use the main door and ask for Rowan."),
        ("Ask for the desk.", "Ask for the desk."),
        ("Go in. Sit down!", "Go in. Sit down! Ask for Rowan."),
        ("The court is opposite. Go in.", "Go in and ask for Rowan."),
    ],
)
def test_how_to_arrive_ends_with_whom_to_ask_for(arrival: str, words: str) -> None:
    assert how_to_arrive(arrival, "Rowan") == words


def test_what_is_left_out_is_known() -> None:
    assert left_out("Weaver Hall", "Next to the police station.")
    assert not left_out("Weaver Hall", "")


WORDS = st.sampled_from(
    ["the", "court", "police", "door", "panel", "victim", "Order", "go", "in.", "."]
)


@given(st.lists(WORDS).map(" ".join))
def test_whatever_is_on_record_nothing_tells(arrival: str) -> None:
    assert neutral.telling(invitation(arriving(arrival=arrival))) == ""
