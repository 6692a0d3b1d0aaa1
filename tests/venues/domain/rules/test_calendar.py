"""R32: elections, half-term, and a room that is closed beside."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.venues.domain.rules.conftest import Propose
from venues.domain.findings import Severity
from venues.domain.period import Period
from venues.domain.rules.calendar import Calendar, is_election_day


@pytest.mark.parametrize(
    ("day", "elections"),
    [
        (date(2027, 5, 6), True),
        (date(2026, 5, 7), True),
        (date(2027, 5, 13), False),
        (date(2027, 6, 3), False),
        (date(2027, 5, 5), False),
    ],
)
def test_elections_are_on_the_first_thursday_in_may(
    day: date, *, elections: bool
) -> None:
    assert is_election_day(day) is elections


def test_a_polling_station_is_pointed_out_on_the_day(propose: Propose) -> None:
    period = Period.lasting(datetime(2027, 5, 6, 15), 60)

    (found,) = Calendar().examine(propose(polling=True, period=period))

    assert found.message == "Polling station on 6 May 2027."
    assert found.severity is Severity.NOTE
    assert not [*Calendar().examine(propose(period=period))]
    assert not [*Calendar().examine(propose(polling=True))]


def test_half_term_of_the_venues_own_authority_is_pointed_out(
    propose: Propose,
) -> None:
    (found,) = Calendar().examine(propose(half_terms=frozenset({4})))

    assert found.message == "Half-term in Cheshire West and Chester."
    assert not [*Calendar().examine(propose(half_terms=frozenset({1})))]


def test_a_closed_room_of_the_same_venue_is_pointed_out(propose: Propose) -> None:
    shut = ((1, "Hall", "heating repairs"), (2, "Study", "painting"))

    (found,) = Calendar().examine(propose(shut_rooms=shut))

    assert found.message == "Hall is closed that day: heating repairs."
