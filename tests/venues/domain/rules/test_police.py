"""R24: a police representative at a risk management meeting."""

from __future__ import annotations

import pytest

from tests.venues.domain.rules.conftest import Propose
from venues.domain.meeting import Meeting
from venues.domain.rules.police import FINDING, Police

RISK = {"code": "RMM", "set": "RM", "booking": True}


def test_without_one_it_stays_provisional(propose: Propose) -> None:
    assert Police().examine(propose(**RISK)) == (FINDING,)
    assert FINDING.condition == "police"


@pytest.mark.parametrize(
    "fine",
    [{"meeting": Meeting(police="Risk desk")}, {"code": "PRO"}, {"booking": False}],
)
def test_a_name_another_kind_or_a_search_will_do(
    propose: Propose, fine: dict[str, object]
) -> None:
    assert Police().examine(propose(**(RISK | fine))) == ()
