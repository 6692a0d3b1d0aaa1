"""The columns of the checklist, read."""

from __future__ import annotations

import pytest

from tests.venues.domain.assessing import full, question
from venues.domain import checklist
from venues.domain.checklist import MUST, Demand, Meets, Strength, Style
from venues.resources import table

KNOWN = full().questions


@pytest.mark.parametrize(
    ("code", "style", "options"),
    [
        ("S1", Style.CHOICE, ("yes", "no")),
        (
            "S3",
            Style.CHOICE,
            (
                "none",
                "phone only",
                "personal alarm with agreed response",
                "fixed alarm",
            ),
        ),
        ("S7", Style.CHOICE, ("0", "1", "2 or more")),
        (
            "A2",
            Style.CHOICE,
            ("under 750", "750-799", "800-899", "900 or more"),
        ),
        ("A6", Style.CHOICE, ("fixed", "portable", "none")),
        ("C1", Style.SCORE, ("0", "1", "2", "3")),
        ("A7", Style.SCORE, ("0", "1", "2", "3")),
        ("S11", Style.SCORE, ("0", "1", "2", "3")),
        ("S12", Style.FREE, ()),
        ("A11", Style.FREE, ()),
        ("S16", Style.AUTOMATIC, ()),
        ("P6", Style.AUTOMATIC, ()),
    ],
)
def test_the_choices_are_read_from_the_column_of_answers(
    code: str, style: Style, options: tuple[str, ...]
) -> None:
    assert (KNOWN[code].style, KNOWN[code].options) == (style, options)


@pytest.mark.parametrize(
    ("code", "good", "bad"),
    [
        ("S1", "yes", "no"),
        ("S2", "1 exit", "no clear way"),
        ("S3", "fixed alarm", "phone only"),
        ("S7", "2 or more", "1"),
        ("S8", "yes", "no"),
        ("S9", "neutral", "official"),
        ("S10", "use with care", "do not use for some children"),
        ("S11", "3 by day, 2 after dark", "2 by day, 1 after dark"),
        ("S12", "Nobody else after 4pm", " "),
        ("S13", "yes, 60 people", "no"),
        ("S14", "seen on 4 June 2026", "not seen"),
        ("S14", "our own building", ""),
        ("C1", "2", "1"),
        ("C4", "no book", "open book"),
        ("C8", "briefed on a date", "no"),
        ("C10", "depends on the person", "no"),
        ("A2", "800-899", "under 750"),
        ("A7", "light 2, echo 3", "light 3, echo 1"),
        ("A7", "2", "loud"),
        ("W2", "2", "1"),
        ("W4", "some", "high"),
    ],
)
def test_what_passes_is_read_from_its_column(code: str, good: str, bad: str) -> None:
    assert KNOWN[code].passes(good, MUST)
    assert not KNOWN[code].passes(bad, MUST)


def test_every_choice_of_the_checklist_is_understood() -> None:
    for each in KNOWN.values():
        if each.style is Style.CHOICE:
            assert each.passing, each.code
            assert each.passing < set(each.options), each.code


@pytest.mark.parametrize(
    ("words", "demand"),
    [
        ("M", MUST),
        ("M3", Demand(Strength.MANDATORY, least=3)),
        ("M*", Demand(Strength.DESIRED, starred=True)),
        ("K", Demand(Strength.KNOWN)),
        ("D", Demand(Strength.DESIRED)),
        ("-", Demand(Strength.NONE)),
        ("", Demand(Strength.NONE)),
    ],
)
def test_the_column_of_a_set_is_read(words: str, demand: Demand) -> None:
    assert checklist.read_demand(words) == demand


def test_every_column_of_every_set_is_one_of_the_demands() -> None:
    found = {row[code.lower()] for row in table("criteria") for code in checklist.SETS}

    assert found == set(checklist.DEMANDS)


@pytest.mark.parametrize(
    ("code", "meets"),
    [
        ("S2", (Meets("second-exit", frozenset({"2 exits"})),)),
        ("A3", (Meets("step-free"),)),
        ("A11", (Meets("blue-badge", within=50),)),
        ("A17", (Meets("interpreter"), Meets("assistance-dog"))),
        ("S3", ()),
    ],
)
def test_the_needs_that_an_answer_satisfies_are_read(
    code: str, meets: tuple[Meets, ...]
) -> None:
    assert KNOWN[code].meets == meets


@pytest.mark.parametrize(
    ("code", "value", "satisfied"),
    [
        ("S2", "2 exits", True),
        ("S2", "1 exit", False),
        ("A11", "20 metres, free", True),
        ("A11", "200 metres, free", False),
        ("A11", "on the street", False),
        ("A3", "lift", True),
        ("A3", "stairs only", False),
    ],
)
def test_an_answer_satisfies_a_need_or_does_not(
    code: str, value: str, *, satisfied: bool
) -> None:
    asked = KNOWN[code]

    assert asked.satisfies(value, asked.meets[0]) is satisfied


def test_a_kind_raises_what_its_set_asks_and_never_lowers_it() -> None:
    known = full()
    usual = known.demands("CH").asks

    health = known.demands("CH", "C1>=3").asks
    divert = known.demands("CH", "W4=low").asks
    quiet = known.demands("CH", "A7>=2").asks
    meeting = known.demands("FA", "P4").asks
    lower = known.demands("VI", "C1>=2").asks

    assert usual["C1"][1].least == 2
    assert health["C1"][1].least == 3
    assert divert["W4"][1] == Demand(Strength.MANDATORY, only=frozenset({"low"}))
    assert not divert["W4"][0].passes("some", divert["W4"][1])
    assert divert["W4"][0].passes("low", divert["W4"][1])
    assert quiet["A7"][1] == Demand(Strength.MANDATORY, least=2)
    assert meeting["P4"][1].strength is Strength.MANDATORY
    assert lower["C1"][1].least == 3


def test_two_ways_of_narrowing_leave_what_both_allow() -> None:
    one = Demand(Strength.DESIRED, only=frozenset({"a", "b"}))
    other = Demand(Strength.MANDATORY, only=frozenset({"b", "c"}))

    assert checklist.raised(one, other).only == {"b"}
    assert checklist.raised(one, MUST).only == {"a", "b"}


def test_extra_demands_of_criteria_that_are_gone_are_left_out() -> None:
    assert "X9" not in full().demands("CH", "X9>=2").asks


def test_what_is_not_asked_of_a_set_is_not_there() -> None:
    assert "C1" not in full().demands("ST").asks
    assert full().demands("none").asks == {}


def test_only_the_local_area_check_ages_and_is_pointed_out() -> None:
    assert [code for code, each in KNOWN.items() if each.ages] == ["S10"]
    assert KNOWN["S10"].warns == {"use with care"}


def test_a_criterion_of_ones_own_is_read_like_the_others() -> None:
    own = question("L1", answers="green|amber|red", passes="green|amber")

    assert own.passes("amber", MUST)
    assert own.option("red, since spring") == "red"
    assert own.option("blue") == "blue"
