"""R29: a venue that has to be asked hears of it in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from venues.domain.findings import Severity
from venues.domain.hire import Block
from venues.domain.proposal import Proposal
from venues.domain.rules.venue_notice import VenueNotice

Propose = Callable[..., Proposal]
MONDAY = date(2026, 11, 23)  # three days before the proposal
ASKED: dict[str, Any] = {"by_request": True, "notice_days": 7, "today": MONDAY}


def test_too_near_warns_with_the_notice_and_the_days_left(propose: Propose) -> None:
    (found,) = VenueNotice().examine(propose(**ASKED))

    assert found.severity is Severity.WARNING
    assert found.message == (
        "Not yet confirmed by the venue: Weaver Hall wants 7 days of notice, and this "
        "is in 3 days. Ring it before you rely on the room."
    )


@pytest.mark.parametrize(
    ("today", "words"),
    [(date(2026, 11, 26), "this is today."), (date(2026, 11, 25), "this is tomorrow.")],
)
def test_today_and_tomorrow_are_said_so(
    propose: Propose, today: date, words: str
) -> None:
    (found,) = VenueNotice().examine(propose(**ASKED | {"today": today}))

    assert words in found.message


@pytest.mark.parametrize(
    "changed",
    [
        {"by_request": False},
        {"notice_days": 3},
        {"today": None},
        {"venue_agreed": True},
    ],
    ids=["ours", "in time", "no day of asking", "the venue has agreed"],
)
def test_nothing_is_said_where_nothing_is_late(
    propose: Propose, changed: dict[str, Any]
) -> None:
    assert not list(VenueNotice().examine(propose(**ASKED | changed)))


def test_a_standing_agreement_is_a_yes(propose: Propose) -> None:
    hired = Block(1, None, frozenset(), 3, time(15), time(16), date(2026, 1, 1))

    assert not list(VenueNotice().examine(propose(**ASKED, blocks=(hired,))))
