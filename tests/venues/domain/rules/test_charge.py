"""R30: giving a hired room back late is paid for all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from venues.domain.findings import Severity
from venues.domain.hire import GivenUp
from venues.domain.proposal import Proposal
from venues.domain.rules.charge import Charge, cancelling

Propose = Callable[..., Proposal]
LIBRARY = GivenUp(9, "Winsford Library", date(2026, 11, 26), 3600, 14)
MONDAY = date(2026, 11, 23)


def test_moving_away_warns_with_the_cost(propose: Propose) -> None:
    (found,) = Charge().examine(propose(given_up=LIBRARY, today=MONDAY))

    assert found.severity is Severity.WARNING
    assert found.message == (
        "For Winsford Library this counts as cancelling. Cancelling now costs £36."
    )


def test_another_day_at_the_same_venue_counts_too(propose: Propose) -> None:
    here = replace(LIBRARY, venue_id=1, venue="Weaver Hall", day=date(2026, 11, 27))

    assert list(Charge().examine(propose(given_up=here, today=MONDAY)))


@pytest.mark.parametrize(
    "changed",
    [
        {"given_up": None},
        {"today": None},
        {"today": date(2026, 11, 12)},
        {"given_up": replace(LIBRARY, cost=0)},
        {"given_up": replace(LIBRARY, venue_id=1)},
    ],
    ids=["new", "taken back", "early", "free", "the same day there"],
)
def test_nothing_is_said_where_nothing_is_charged(
    propose: Propose, changed: dict[str, Any]
) -> None:
    usual = {"given_up": LIBRARY, "today": MONDAY}

    assert not list(Charge().examine(propose(**usual | changed)))


def test_the_sentence_beside_the_button() -> None:
    assert cancelling(3650) == "Cancelling now costs £36.50."
