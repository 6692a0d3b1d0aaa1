"""R17: a seat for everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from venues.domain.proposal import Proposal
from venues.domain.rules.capacity import Capacity


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"people": 9, "layout": "circle"}, "9 people, 6 seats in a circle."),
        ({"people": 13}, "13 people, 12 seats."),
        (
            {"people": 9, "fire_capacity": 8},
            "9 people, and the fire notice allows 8 in this room.",
        ),
        ({"people": 1, "layout": "table"}, "1 person, 0 seats round a table."),
    ],
)
def test_too_few_places_are_refused_with_both_numbers(
    propose: Callable[..., Proposal], changed: dict[str, object], message: str
) -> None:
    (found,) = Capacity().examine(propose(**changed))

    assert found.refuses
    assert found.message == message


@pytest.mark.parametrize(
    "changed",
    [
        {"people": 6, "layout": "circle"},
        {"people": 12},
        {"people": 8, "fire_capacity": 8},
    ],
)
def test_exactly_full_passes(
    propose: Callable[..., Proposal], changed: dict[str, object]
) -> None:
    assert not list(Capacity().examine(propose(**changed)))


def test_the_change_is_to_bring_as_many_as_there_are_seats(
    propose: Callable[..., Proposal],
) -> None:
    (found,) = Capacity().examine(propose(people=9, layout="circle"))

    assert found.change is not None
    assert found.change.people == 6
