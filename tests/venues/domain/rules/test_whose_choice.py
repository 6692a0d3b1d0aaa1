"""R33: an official building is asked about, and a victim's choice is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.venues.domain.assessing import demands, full, record
from venues.domain.findings import Severity
from venues.domain.proposal import Proposal
from venues.domain.rules.whose_choice import WhoseChoice

KNOWN = full().questions
Propose = Callable[..., Proposal]


def at(answer: str, column: str, of_set: str) -> dict[str, Any]:
    asks = demands((KNOWN["S9"], column), (KNOWN["W2"], "D"), of_set=of_set)
    return {"standing": (asks, record(S9=answer, W2="1")), "set": of_set}


@pytest.mark.parametrize(
    ("answer", "column", "of_set", "chosen", "severity"),
    [
        ("neutral", "D", "CH", False, None),
        ("official", "D", "CH", False, Severity.WARNING),
        ("official", "D", "CH", True, None),
        ("stigmatising", "M*", "VI", False, Severity.WARNING),
        ("stigmatising", "M*", "VI", True, None),
        ("official", "M", "RD", False, None),  # not suitable, whoever chose
        ("official", "-", "RM", False, None),
    ],
)
def test_what_is_asked_depends_on_the_building_the_set_and_the_choice(
    propose: Propose,
    answer: str,
    column: str,
    of_set: str,
    severity: Severity | None,
    *,
    chosen: bool,
) -> None:
    proposal = propose(**at(answer, column, of_set), chosen=chosen)
    venue = replace(proposal.room.venue, kind="police station")
    proposal = proposal._replace(room=replace(proposal.room, venue=venue))

    found = tuple(WhoseChoice().examine(proposal))

    assert [each.severity for each in found] == ([] if severity is None else [severity])
    for each in found:
        assert each.message == "Police station: was this the person's choice?"
        assert each.field == "chosen"
        assert each.acceptable


def test_a_venue_without_a_kind_is_called_what_it_is(propose: Propose) -> None:
    (found,) = WhoseChoice().examine(propose(**at("official", "D", "CH")))

    assert found.message == "Official building: was this the person's choice?"


def test_nothing_wrong_is_nothing_to_ask(propose: Propose) -> None:
    assert tuple(WhoseChoice().examine(propose())) == ()
