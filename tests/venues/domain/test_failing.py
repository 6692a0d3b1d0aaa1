"""What fails, in words."""

from __future__ import annotations

import pytest

from tests.venues.domain.assessing import full, question
from venues.domain.checklist import MUST, Demand, Strength
from venues.domain.failing import SAID, said
from venues.domain.free_text import private_words

KNOWN = full().questions


@pytest.mark.parametrize(
    ("code", "value", "demand", "words"),
    [
        (
            "C1",
            "1",
            Demand(Strength.MANDATORY, least=3),
            "the sound test is 1 and needs 3",
        ),
        ("C1", "1", MUST, "the sound test is 1 and needs 2"),
        (
            "A7",
            "light 3, echo 1",
            MUST,
            "light, echo, noise, smell or warmth is 1 and needs 2",
        ),
        ("S4", "weak", MUST, "the mobile signal in the room is weak"),
        ("C2", "no", MUST, "people can see in"),
    ],
)
def test_a_failure_is_said_as_the_end_of_a_sentence(
    code: str, value: str, demand: Demand, words: str
) -> None:
    assert said(KNOWN[code], value, demand) == words


def test_a_need_that_asks_for_more_has_its_own_words() -> None:
    assert said(KNOWN["S2"], "1 exit", MUST, "second-exit") == "there is no second exit"


def test_a_criterion_of_ones_own_is_quoted() -> None:
    own = question("L1", words="The lift was tested")

    assert said(own, "no", MUST) == "“The lift was tested” is answered “no”"


def test_every_criterion_that_can_fail_has_its_words() -> None:
    can_fail = {code for code, each in KNOWN.items() if each.passing or code == "C1"}

    assert can_fail <= set(SAID)


@pytest.mark.parametrize("code", SAID)
def test_the_words_name_nobody_and_are_no_sentence(code: str) -> None:
    words = said(KNOWN[code], "1", MUST)

    assert not private_words(words)
    assert not words.endswith(".")
