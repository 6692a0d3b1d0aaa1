"""Words for people outside say nothing of what we meet for."""

from __future__ import annotations

import pytest

from venues.domain import neutral

TELLING = [
    "Cheshire Youth Justice Service",
    "the YJS office",
    "an offending programme",
    "the offence",
    "Dee Street Police Station",
    "Crown Court",
    "a panel",
    "the victim",
    "restorative work",
    "reparation",
    "a referral order",
    "Magistrates",
]


@pytest.mark.parametrize("text", TELLING)
def test_a_word_that_would_tell_is_found(text: str) -> None:
    assert neutral.telling(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bridgeway Youth Centre",
        "Through the courtyard, past the border",
        "Use the side door by the car park",
        "Ask at the desk, in an orderly queue",
    ],
)
def test_what_only_sounds_like_one_is_left_alone(text: str) -> None:
    assert neutral.telling(text) == ""


def test_a_police_station_goes_by_its_street_and_a_court_by_its_postcode() -> None:
    called = [
        neutral.public_place("Weaver Hall", "1 High Street", "Northwich"),
        neutral.public_place("Dee Street Police Station", "4 Dee Street", "Chester"),
        neutral.public_place("Crown Court", "Court Lane", "Chester", "CH1 2AA"),
        neutral.public_place("Crown Court", "", "Police Green"),
    ]

    assert called == [
        "Weaver Hall, Northwich",
        "4 Dee Street, Chester",
        "CH1 2AA, Chester",
        "",
    ]


def test_sentences_that_tell_are_left_out() -> None:
    text = "Use the main door.  The court is opposite. Sit down!"

    assert neutral.without_telling(text) == "Use the main door. Sit down!"
