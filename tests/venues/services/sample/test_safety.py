"""Who would be alone in a building, and who works late, in the sample."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from tests.venues.services.sample.world import TODAY, shared
from venues.services.sample.diary import Entry, Wish
from venues.services.sample.safety import alone, late

VENUE = "Spinners Community Centre"
"""A building with staff until 6:30pm, that closes at 9pm."""


def entry(clock: str, *, code: str = "SUP", workers: int = 1) -> Entry:
    parts, starts = shared(), datetime.combine(TODAY, time.fromisoformat(clock))
    site = next(each for each in parts.world.sites if each.room.venue.name == VENUE)
    wish = Wish(
        kind=parts.world.kinds[code],
        audience="child",
        starts=(starts,),
        minutes=60,
        people=3,
        workers=tuple(parts.world.people[:workers]),
        sites=(site,),
    )
    return Entry(wish, starts, starts + timedelta(hours=1), (site,))


@pytest.mark.parametrize(
    ("clock", "is_alone"), [("11:00", False), ("17:15", False), ("17:45", True)]
)
def test_one_is_alone_after_the_staff_have_gone(clock: str, *, is_alone: bool) -> None:
    assert alone(shared().opening, entry(clock)) is is_alone


def test_two_are_not_alone_nor_is_a_meeting_of_professionals() -> None:
    assert not alone(shared().opening, entry("19:00", workers=2))
    assert not alone(shared().opening, entry("19:00", code="RMM"))


@pytest.mark.parametrize(
    ("clock", "is_late"),
    [
        ("11:00", False),
        ("17:30", True),  # after 6pm
        ("15:30", True),  # after sunset in November
        ("09:30", True),  # in the building's first hour
    ],
)
def test_what_is_late_has_somebody_to_check_out_with(
    clock: str, *, is_late: bool
) -> None:
    assert late(shared().opening, entry(clock)) is is_late


def test_a_meeting_of_professionals_is_not_late() -> None:
    assert not late(shared().opening, entry("19:00", code="RMM"))
