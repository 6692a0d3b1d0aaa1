"""The facts a rule may look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.proposal import Appointment, Kind, Room, Venue

VENUE = Venue(1, "Hub", "Warrington", "Warrington", 1, "active", min_hire=180)
ROOM = Room(1, "Willow", VENUE, (1,), {"circle": 6}, 6, turnaround=10, rate=1200)
KIND = Kind(1, "ROP", "Panel", "PA", 75, 60, 90, 9, 15, 5, 1)
PERIOD = Period.lasting(datetime(2026, 11, 26, 17), 60)


def asked(kind: Kind = KIND) -> Appointment:
    return Appointment(kind=kind, audience=Audience.CHILD, period=PERIOD, people=9)


def test_a_hold_takes_in_set_up_and_the_longer_of_clearing_and_turnaround() -> None:
    held = asked().hold(ROOM)
    longer = asked(replace(KIND, clear_down=30)).hold(ROOM)

    assert held.starts == PERIOD.starts - timedelta(minutes=15)
    assert held.ends == PERIOD.ends + timedelta(minutes=10)
    assert longer.ends == PERIOD.ends + timedelta(minutes=30)


@pytest.mark.parametrize(("minutes", "pence"), [(60, 3600), (240, 4800)])
def test_the_cost_counts_the_minimum_hire(minutes: int, pence: int) -> None:
    assert ROOM.cost(minutes) == pence


def test_a_room_meets_a_need_itself_or_by_its_venue_or_nobody_knows() -> None:
    venue = replace(VENUE, features={"hearing-loop": True}, notes={"bus": "No bus"})
    room = replace(ROOM, venue=venue, features={"step-free": False})

    assert room.provides("hearing-loop") is True
    assert room.provides("step-free") is False
    assert room.provides("screen") is None
    assert room.note("bus") == "No bus"


def test_only_an_active_room_of_an_active_venue_is_bookable() -> None:
    assert ROOM.bookable
    assert not replace(ROOM, status="retired").bookable
    assert not replace(ROOM, venue=replace(VENUE, status="suspended")).bookable


@pytest.mark.parametrize(
    ("set_", "needs"), [("CH", True), ("RM", False), ("ST", False)]
)
def test_meetings_without_a_person_need_no_case(set_: str, *, needs: bool) -> None:
    assert replace(KIND, set=set_).needs_case is needs
