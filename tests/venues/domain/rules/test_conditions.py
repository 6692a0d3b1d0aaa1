"""R9: each accepted control is a warning of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.venues.domain.assessing import demands, full, record
from venues.domain.findings import Severity
from venues.domain.proposal import Proposal
from venues.domain.record import Reply
from venues.domain.rules.conditions import Conditions

KNOWN = full().questions


def control(words: str) -> Reply:
    until = date(2027, 1, 4)
    return Reply("no", control=words, control_until=until, accepted=True)


def test_each_control_is_ticked_by_itself(propose: Callable[..., Proposal]) -> None:
    asks = demands((KNOWN["C2"], "M"), (KNOWN["C6"], "M"))
    found = record(C2=control("Blinds must be down."), C6=control("A sign on the door"))

    told = tuple(Conditions().examine(propose(standing=(asks, found))))

    assert [(each.rule, each.message) for each in told] == [
        ("R9 C2", "Blinds must be down. Agreed until 4 January 2027."),
        ("R9 C6", "A sign on the door. Agreed until 4 January 2027."),
    ]
    assert {each.severity for each in told} == {Severity.WARNING}


def test_without_conditions_there_is_nothing_to_tick(
    propose: Callable[..., Proposal],
) -> None:
    assert tuple(Conditions().examine(propose())) == ()
