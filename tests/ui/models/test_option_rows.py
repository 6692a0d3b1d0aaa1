"""Options in a list."""

from __future__ import annotations

from dataclasses import replace

from tests.venues.services.evidence.test_options import OPTION
from tests.world import TODAY
from ui.models.option_rows import columns
from venues.domain.ladder import Answer, Step
from venues.services.evidence.options import Option

CRITERIA = {"A2": "Door wide enough"}
COLUMNS = {each.title: each for each in columns(CRITERIA, lambda: TODAY)}


def said(option: Option) -> dict[str, str]:
    return {title: column.text(option) for title, column in COLUMNS.items()}


def test_each_column_says_its_part() -> None:
    assert said(replace(OPTION, role="coordinator")) == {
        "Town": "Culcheth",
        "For": "One-to-one sessions",
        "Tried": "A library",
        "Building": "The room behind the desk",
        "Answer": "No",
        "Why not": "Full on every weekday",
        "Asked": "Fri 20 Nov 2026, coordinator",
        "Ask again": "Fri 15 Jan 2027",
        "Owner": "The council",
        "Cost": "free",
    }


def test_what_is_not_known_is_left_empty() -> None:
    row = said(replace(OPTION, cost=None, ask_again_on=None, why_not="", role="old"))

    assert [row["Cost"], row["Ask again"], row["Why not"]] == ["", "", ""]
    assert row["Asked"].endswith("old")


def test_a_room_to_adapt_says_what_it_would_meet() -> None:
    adapted = replace(OPTION, step=Step.ADAPT, criterion="A2")

    assert said(adapted)["Tried"] == "Adapt a room: Door wide enough"
    assert said(replace(OPTION, step=None))["Tried"] == "Something else"


def test_it_sorts_by_the_ladder_the_day_and_the_cost() -> None:
    low = replace(OPTION, step=Step.RETIME, cost=None, ask_again_on=None)
    high = replace(OPTION, step=None)

    assert COLUMNS["Tried"].key(low) < COLUMNS["Tried"].key(high)
    assert COLUMNS["Cost"].key(low) < COLUMNS["Cost"].key(high)
    assert COLUMNS["Ask again"].key(high) < COLUMNS["Ask again"].key(low)


def test_a_badge_says_what_came_of_it_and_what_is_due() -> None:
    answer, again = COLUMNS["Answer"].kind, COLUMNS["Ask again"].kind
    assert answer is not None
    assert again is not None

    assert answer(replace(OPTION, answer=Answer.YES)) == "good"
    assert answer(replace(OPTION, answer=Answer.WAITING)) == "quiet"
    assert again(OPTION) is None
    assert again(replace(OPTION, ask_again_on=TODAY)) == "warn"
