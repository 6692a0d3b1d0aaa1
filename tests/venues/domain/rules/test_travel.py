"""R21: a family is not asked to travel further than is reasonable."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from venues.domain.places import METRES_PER_MILE, Point
from venues.domain.proposal import Proposal
from venues.domain.rules.travel import Travel

LIMIT = 3 * METRES_PER_MILE


def miles_off(miles: float) -> Point:
    return Point(round(miles * METRES_PER_MILE), 0)


def test_too_far_warns_with_the_distance_and_the_nearest(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(
        near=miles_off(6.2), travel_limit=LIMIT, nearest=0.8 * METRES_PER_MILE
    )

    (found,) = Travel().examine(proposal)

    assert found.acceptable
    assert found.message == (
        "6.2 miles in a straight line. "
        "The nearest room with enough seats is 0.8 miles away."
    )


def test_without_a_nearer_one_only_the_distance_is_said(
    propose: Callable[..., Proposal],
) -> None:
    (found,) = Travel().examine(propose(near=miles_off(6.2), travel_limit=LIMIT))

    assert found.message == "6.2 miles in a straight line."


@pytest.mark.parametrize(
    "changed",
    [
        {"near": None, "travel_limit": LIMIT},
        {"near": miles_off(2.9), "travel_limit": LIMIT},
        {"near": miles_off(9), "travel_limit": LIMIT, "point": None},
        {"near": miles_off(9), "travel_limit": 0.0},
    ],
)
def test_near_or_not_known_passes(
    propose: Callable[..., Proposal], changed: dict[str, object]
) -> None:
    assert not list(Travel().examine(propose(**changed)))
