"""R12: what the person needs of the place is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from tests.venues.domain.assessing import demands, full, record
from venues.domain.needs import STAFFED
from venues.domain.proposal import Proposal, Span
from venues.domain.rules.needs import Needs


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute)


def said(proposal: Proposal) -> list[str]:
    return [found.message for found in Needs().examine(proposal)]


def test_nothing_needed_passes(propose: Callable[..., Proposal]) -> None:
    assert said(propose()) == []


def test_a_need_that_is_met_passes(propose: Callable[..., Proposal]) -> None:
    assert said(propose(needs=("hearing-loop",), features={"hearing-loop": True})) == []


def test_stairs_are_said_in_words(propose: Callable[..., Proposal]) -> None:
    proposal = propose(needs=("step-free",), reached_by="stairs")

    assert said(proposal) == [
        "Step-free access needed. This room is up stairs with no lift."
    ]


def test_a_need_that_is_not_met_gives_the_note(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(
        needs=("hearing-loop",),
        features={"hearing-loop": False},
        notes={"hearing-loop": "Sent for repair"},
    )

    assert said(proposal) == ["Hearing loop needed. Sent for repair."]


def test_a_need_without_a_note_still_says_where(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(needs=("screen",), features={"screen": False})

    assert said(proposal) == ["Screen needed. Willow Room does not have it."]


def test_what_nobody_recorded_is_not_taken_for_a_yes(
    propose: Callable[..., Proposal],
) -> None:
    (message,) = said(propose(needs=("accessible-toilet",)))

    assert "Nobody has recorded yet" in message


@pytest.mark.parametrize(
    ("staffed", "words"),
    [
        ((), "Nobody else is in the building that day."),
        (((9, 0), (16, 0)), "Nobody else is in the building after 4pm."),
        (((15, 30), (20, 0)), "for all of that time"),
    ],
)
def test_a_staffed_building_is_a_matter_of_hours(
    propose: Callable[..., Proposal],
    staffed: tuple[tuple[int, int], ...],
    words: str,
) -> None:
    spans = (Span(at(*staffed[0]), at(*staffed[1])),) if staffed else ()

    (message,) = said(propose(needs=(STAFFED,), staffed=spans))

    assert words in message


def test_staffed_until_a_quarter_of_an_hour_after_passes(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(needs=(STAFFED,), staffed=(Span(at(9), at(16, 15)),))

    assert said(proposal) == []


def test_each_need_offers_to_go_without_it(propose: Callable[..., Proposal]) -> None:
    proposal = propose(needs=("screen", "hearing-loop"))

    found = list(Needs().examine(proposal))

    assert [each.change.need for each in found if each.change] == [
        "screen",
        "hearing-loop",
    ]
    assert all(each.overridable for each in found)


LOOP = demands((full().questions["A6"], "K"))


@pytest.mark.parametrize(
    ("recorded", "found", "words"),
    [
        (True, "none", ["Hearing loop needed. There is no hearing loop."]),
        (None, "none", ["Hearing loop needed. There is no hearing loop."]),
        (None, "fixed", []),
        (True, "fixed", []),
        (True, "", []),
        (
            None,
            "",
            [
                (
                    "Hearing loop needed. Nobody has recorded yet whether Weaver "
                    "Hall has it."
                )
            ],
        ),
        (False, "fixed", ["Hearing loop needed. Willow Room does not have it."]),
    ],
)
def test_what_was_assessed_counts_beside_what_is_recorded(
    propose: Callable[..., Proposal],
    recorded: bool | None,  # noqa: FBT001 - a column of the table above
    found: str,
    words: list[str],
) -> None:
    features = {} if recorded is None else {"hearing-loop": recorded}
    seen = record(A6=found) if found else record()

    proposal = propose(
        needs=("hearing-loop",), features=features, standing=(LOOP, seen)
    )

    assert said(proposal) == words


def test_what_was_found_of_one_need_is_not_said_of_another(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(
        needs=("hearing-loop", "screen"),
        features={"screen": True},
        standing=(LOOP, record(A6="none")),
    )

    assert said(proposal) == ["Hearing loop needed. There is no hearing loop."]
