"""R34: what is not in use is not booked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from venues.domain.proposal import Proposal
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
