"""R15: whom to check out with, late and at the edges of a building's day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.domain.rules.conftest import Propose, at
from venues.domain.numbers import Numbers
from venues.domain.period import Period
from venues.domain.places import Point
from venues.domain.proposal import Span
from venues.domain.rules.late import AT_THE_EDGE, FINDING, Late

HERE = Point(360_000, 388_000)  # the sun sets there at 4pm that day
OPENED = (Span(at(9), at(13)), Span(at(14), at(20)))


def asked(hour: int, minute: int = 0, minutes: int = 60, **more: Any) -> dict[str, Any]:
    period = Period.lasting(at(hour, minute), minutes)
    return {"period": period, "booking": True, "point": None} | more


@pytest.mark.parametrize(
    "late",
    [
        asked(17, 1),
        asked(15, 30, point=HERE),
        asked(16, 1, 30, numbers=Numbers(late_from="16:30")),
    ],
)
def test_after_six_or_after_sunset_is_late(
    propose: Propose, late: dict[str, Any]
) -> None:
    assert Late().examine(propose(**late)) == (FINDING,)


@pytest.mark.parametrize(
    "fine",
    [
        asked(17),
        asked(15, point=HERE),
        asked(15, 30, point=HERE, numbers=Numbers(dark_after=30)),
        asked(18, buddy=True),
        asked(18, booking=False),
        asked(18, set="ST"),
        asked(10, opened=OPENED),
    ],
)
def test_by_day_with_a_buddy_or_many_colleagues_nothing_is_said(
    propose: Propose, fine: dict[str, Any]
) -> None:
    assert Late().examine(propose(**fine)) == ()


@pytest.mark.parametrize(
    "edge", [asked(9, 30, 30), asked(17, numbers=Numbers(edge_minutes=180))]
)
def test_the_first_and_the_last_hour_of_the_building_count_too(
    propose: Propose, edge: dict[str, Any]
) -> None:
    assert Late().examine(propose(opened=OPENED, **edge)) == (AT_THE_EDGE,)
