"""R22: the last bus leaves after the end and the walk."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from tests.venues.domain.rules.conftest import DAY, Propose
from venues.domain.numbers import Numbers
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.rules.last_bus import LastBus

BUSES = {"last_buses": (time(16, 9), time(15, 30), time(12))}


def day(ahead: int) -> dict[str, Any]:
    on = DAY + timedelta(days=ahead)
    return {"period": Period.lasting(datetime.combine(on, time(15)), 60)} | BUSES


def test_both_times_are_said(propose: Propose) -> None:
    (found,) = LastBus().examine(propose(**BUSES))

    assert found.message == (
        "The last bus is at 4:09pm and this ends at 4pm. Travel help?"
    )
    assert found.acceptable


@pytest.mark.parametrize(
    ("asked", "leaves"),
    [
        (day(1), "4:09pm"),
        (day(2), "3:30pm"),
        (day(3), "12pm"),
        (day(0) | {"bank_holiday": True}, "12pm"),
    ],
)
def test_each_kind_of_day_has_its_own_last_bus(
    propose: Propose, asked: dict[str, Any], leaves: str
) -> None:
    (found,) = LastBus().examine(propose(**asked))

    assert found.message.startswith(f"The last bus is at {leaves} ")


@pytest.mark.parametrize(
    "fine",
    [
        {"last_buses": (time(16, 10), None, None)},
        {"last_buses": (None, time(9), time(9))},
        BUSES | {"numbers": Numbers(bus_walk=5)},
        BUSES | {"audience": Audience.STAFF},
    ],
)
def test_in_time_not_known_or_for_staff_nothing_is_said(
    propose: Propose, fine: dict[str, Any]
) -> None:
    assert LastBus().examine(propose(**fine)) == ()
