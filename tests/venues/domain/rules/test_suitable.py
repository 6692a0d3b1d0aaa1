"""R8: a mandatory criterion that fails refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.venues.domain.assessing import demands, full, record
from venues.domain.findings import Reason, Step
from venues.domain.proposal import Proposal
from venues.domain.rules.suitable import Suitable

KNOWN = full().questions
Propose = Callable[..., Proposal]


def standing(column: str, of_set: str = "VI", **answers: Any) -> dict[str, Any]:
    asks = demands(*((KNOWN[code], column) for code in answers), of_set=of_set)
    return {"standing": (asks, record(**answers)), "set": of_set}


def test_a_room_that_is_good_enough_is_passed_over(propose: Propose) -> None:
    assert tuple(Suitable().examine(propose(**standing("M3", C1="3")))) == ()


def test_it_says_what_fails_and_what_it_needs(propose: Propose) -> None:
    (found,) = Suitable().examine(propose(**standing("M3", C1="1")))

    assert found.message == (
        "Not suitable for a victim meeting: the sound test is 1 and needs 3."
    )
    assert (found.refuses, found.reason, found.overridable) == (
        True,
        Reason.NOT_SUITABLE,
        False,
    )
    assert found.change is not None
    assert (found.change.step, found.change.words) == (Step.OPEN_VENUE, "Open venue")


@pytest.mark.parametrize(
    ("near", "tail"),
    [
        (4, " 4 suitable rooms are near."),
        (1, " 1 suitable room is near."),
        (0, " No suitable room is near."),
        (None, " needs 3."),
    ],
)
def test_it_counts_the_suitable_rooms_near_where_that_is_known(
    propose: Propose, near: int | None, tail: str
) -> None:
    proposal = propose(**standing("M3", C1="1"), suitable_near=near)

    (found,) = Suitable().examine(proposal)

    assert found.message.endswith(tail)


def test_a_need_is_left_to_the_rule_for_needs(propose: Propose) -> None:
    proposal = propose(**standing("K", A6="none"), needs=("hearing-loop",))

    assert tuple(Suitable().examine(proposal)) == ()


def test_whose_choice_a_building_was_is_left_to_its_own_rule(propose: Propose) -> None:
    assert tuple(Suitable().examine(propose(**standing("M*", S9="official")))) == ()


@pytest.mark.parametrize(("victim", "refused"), [(True, True), (False, False)])
def test_a_panel_with_a_victim_needs_two_waiting_spaces(
    propose: Propose, *, victim: bool, refused: bool
) -> None:
    proposal = propose(**standing("M*", "PA", S7="1"), victim=victim)

    assert bool(tuple(Suitable().examine(proposal))) is refused
