"""R26: how a victim arrives, and where everybody waits."""

from __future__ import annotations

import pytest

from tests.venues.domain.rules.conftest import Propose
from venues.domain.findings import Severity
from venues.domain.meeting import Meeting
from venues.domain.rules.arrivals import Arrivals

PLANNED = {"booking": True, "arrival": "Side door at 3pm", "waiting": 2}
NO_PLAN = "Add who arrives when, and by which door."


def said(proposal: object) -> list[tuple[str, Severity]]:
    found = Arrivals().examine(proposal)  # type: ignore[arg-type]
    return [(each.message, each.severity) for each in found]


@pytest.mark.parametrize(
    ("set_", "victim"), [("VI", True), ("PA", True), ("RD", False)]
)
def test_the_plan_is_needed_where_a_victim_comes(
    propose: Propose, set_: str, *, victim: bool
) -> None:
    bare = PLANNED | {"arrival": " ", "set": set_, "victim": victim}

    assert said(propose(**bare)) == [(NO_PLAN, Severity.REFUSAL)]
    assert said(propose(**(bare | {"booking": False}))) == []
    assert said(propose(**(bare | {"arrival": "Side door"}))) == []


@pytest.mark.parametrize(("set_", "victim"), [("PA", True), ("RD", False)])
def test_two_places_to_wait_are_needed_where_both_sides_come(
    propose: Propose, set_: str, *, victim: bool
) -> None:
    one = PLANNED | {"waiting": 1, "set": set_, "victim": victim}

    ((words, severity),) = said(propose(**one))

    assert words.startswith("Two places to wait are needed")
    assert severity is Severity.REFUSAL
    assert said(propose(**one, meeting=Meeting(waiting_ids=(7,)))) == []
    assert said(propose(**(one | {"booking": False})))[0][1] is Severity.WARNING


@pytest.mark.parametrize(("set_", "victim"), [("PA", False), ("CH", False)])
def test_where_no_victim_comes_nothing_is_asked(
    propose: Propose, set_: str, *, victim: bool
) -> None:
    assert said(propose(set=set_, victim=victim, booking=True, waiting=0)) == []


def test_a_victim_meeting_needs_no_two_places_to_wait(propose: Propose) -> None:
    assert said(propose(**(PLANNED | {"set": "VI", "waiting": 0}))) == []
