"""R28: the first time at a venue."""

from __future__ import annotations

import pytest

from tests.venues.domain.rules.conftest import Propose
from venues.domain.circumstances import CaseFacts
from venues.domain.rules.first_time import FINDING, FirstTime


def test_a_booking_where_the_case_has_not_been_is_pointed_out(
    propose: Propose,
) -> None:
    been = CaseFacts(been=frozenset({2}))

    assert FirstTime().examine(propose(case=been, booking=True)) == (FINDING,)


@pytest.mark.parametrize(
    "fine",
    [
        {"case": CaseFacts(been=frozenset({1}))},
        {"case": CaseFacts()},
        {"case": CaseFacts(been=frozenset()), "named": False},
        {"case": CaseFacts(been=frozenset()), "booking": False},
    ],
)
def test_known_places_and_searches_are_passed(
    propose: Propose, fine: dict[str, object]
) -> None:
    assert not FirstTime().examine(propose(**({"booking": True} | fine)))
