"""A proposal that every rule is content with, to be spoiled one fact at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime, time
from typing import Any

import pytest

from venues.domain.circumstances import Circumstances
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.places import Point
from venues.domain.proposal import (
    NO_DEMANDS,
    Appointment,
    Day,
    Kind,
    Proposal,
    Room,
    Span,
    Venue,
    proposed,
)
from venues.domain.record import Record

Propose = Callable[..., Proposal]

DAY = date(2026, 11, 26)  # a Thursday
SUPERVISION = Kind(1, "SUP", "Supervision session", "CH", 60, 30, 90, 3, 0, 0, 1)
HUB = Venue(
    1, "Weaver Hall", "Northwich", "Cheshire West and Chester", 4, "active", Point(0, 0)
)
WILLOW = Room(1, "Willow Room", HUB, (1,), {"circle": 6, "rows": 12}, 12)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(DAY, time(hour, minute))


@pytest.fixture
def propose() -> Propose:
    """Supervision at 3pm in Willow Room, with any fact of it changed.

    ``standing`` is a pair: what the set asks, and what is on record of the room.
    """

    def build(**changed: Any) -> Proposal:
        def part(made: Any) -> Any:
            names = {field.name for field in fields(made)} & changed.keys()
            return replace(made, **{name: changed[name] for name in names})

        asks, record = changed.pop("standing", (NO_DEMANDS, Record()))
        venue = part(HUB)
        room = replace(part(WILLOW), venue=venue, record=record)
        kind = replace(part(SUPERVISION), demands=asks)
        asked = Appointment(
            kind=kind,
            audience=Audience.CHILD,
            period=Period.lasting(at(15), 60),
            people=3,
            named=True,
        )
        asked = part(asked)
        day = part(Day(DAY, usable=(Span(at(9), at(20, 30)),)))
        return proposed(asked, room, day, part(Circumstances()), asked.hold(room))

    return build
