"""R23: the way there is talked about first where the area check says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.venues.domain.assessing import TODAY, demands, full, record
from venues.domain.findings import Severity
from venues.domain.people import Audience
from venues.domain.proposal import Proposal
from venues.domain.record import Reply
from venues.domain.rules.route import Route

KNOWN = full().questions
OLD = Reply("no concern", found_on=date(2025, 1, 1))


@pytest.mark.parametrize(
    ("answer", "column", "warns"),
    [
        ("no concern", "M", False),
        ("use with care", "M", True),
        ("use with care", "D", True),
        (OLD, "D", True),
        (OLD, "M", False),  # it counts as unanswered, which refuses by itself
        ("do not use for some children", "M", False),  # as that does
    ],
)
def test_care_and_age_are_warned_of(
    propose: Callable[..., Proposal], answer: Any, column: str, *, warns: bool
) -> None:
    found = demands((KNOWN["S10"], column)), record(S10=answer)

    told = tuple(Route().examine(propose(standing=found, today=TODAY)))

    assert [each.message for each in told] == (
        ["Talk about the route with the child first."] if warns else []
    )
    assert {each.severity for each in told} <= {Severity.WARNING}


def test_somebody_else_is_not_called_a_child(propose: Callable[..., Proposal]) -> None:
    found = demands((KNOWN["S10"], "D")), record(S10="use with care")

    (told,) = Route().examine(propose(standing=found, audience=Audience.VICTIM))

    assert told.message == "Talk about the route with the person first."
