"""R34: what is not in use is not booked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.venues.domain.assessing import demands, full, record
from venues.domain.findings import Reason, Severity
from venues.domain.proposal import Proposal
from venues.domain.record import Happening
from venues.domain.rules.standing import Standing


def test_a_room_in_use_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(Standing().examine(propose()))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("suspended", "Weaver Hall is suspended. Ask the coordinator."),
        ("retired", "Weaver Hall is no longer used. Ask the coordinator."),
        ("candidate", "Weaver Hall is not ready for use yet. Ask the coordinator."),
    ],
)
def test_a_venue_that_is_not_in_use_is_refused_in_words(
    propose: Callable[..., Proposal], status: str, words: str
) -> None:
    proposal = propose()
    venue = replace(proposal.room.venue, status=status)
    proposal = proposal._replace(room=replace(proposal.room, venue=venue))

    (found,) = Standing().examine(proposal)

    assert found.refuses
    assert found.message == words


def test_a_retired_room_is_named_itself(propose: Callable[..., Proposal]) -> None:
    proposal = propose()
    proposal = proposal._replace(room=replace(proposal.room, status="retired"))

    (found,) = Standing().examine(proposal)

    assert found.message == "Willow Room is no longer used. Ask the coordinator."


OPEN = Happening(date(2026, 11, 20))


@pytest.mark.parametrize(
    ("happening", "severity", "words"),
    [
        (
            OPEN,
            Severity.WARNING,
            (
                "An incident at Weaver Hall is not settled yet. "
                "Ask the coordinator about it first."
            ),
        ),
        (
            OPEN._replace(suspends=True),
            Severity.REFUSAL,
            "Weaver Hall is suspended. Ask the coordinator.",
        ),
    ],
)
def test_an_open_incident_warns_and_one_that_suspends_refuses(
    propose: Callable[..., Proposal],
    happening: Happening,
    severity: Severity,
    words: str,
) -> None:
    asks = demands((full().questions["S16"], "M"))
    found = record(happenings=(happening,))

    (told,) = Standing().examine(propose(standing=(asks, found)))

    assert (told.severity, told.message, told.reason) == (
        severity,
        words,
        Reason.SUSPENDED,
    )
