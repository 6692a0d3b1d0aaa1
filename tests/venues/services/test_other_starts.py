"""The other starts of a day at which rooms fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from venues.database import facts
from venues.database.models import CaseVenue, Hours
from venues.domain import rules
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.services import bookings, finding
from venues.services.finding import Judged, Wish
from venues.services.other_starts import OtherStarts

WILLOW, OAK, STUDY, HALL = 1, 2, 3, 4
THURSDAY = date(2026, 11, 26)
EARLIEST = datetime.combine(THURSDAY, time(8))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(THURSDAY, time(hour, minute))


def judged(world: Any, starts: datetime, **changed: Any) -> Judged:
    usual: dict[str, Any] = {
        "audience": Audience.CHILD,
        "kind": "SUP",
        "period": Period.lasting(starts, 60),
        "people": 3,
        "references": ("WA-20417",),
        "worker_ids": (1,),
    }
    with world.database.read() as session:
        return finding.gather(
            session, Wish(**usual | changed), world.practitioner, today=world.now
        )


def take(world: Any, room: int, starts: datetime, **changed: Any) -> None:
    """Somebody else is in the room for 50 minutes."""
    usual = {"worker_ids": (2,), "references": ()}
    request = world.request(
        room_ids=(room,), period=Period.lasting(starts, 50), **usual | changed
    )
    with world.database.write() as session:
        bookings.book(session, request, world.manager, now=world.now)


def spoil(world: Any) -> None:
    """A day with something of everything that the time decides."""
    take(world, WILLOW, at(9, 35))
    take(world, WILLOW, at(14, 20))
    take(world, WILLOW, at(15, 10))
    take(world, OAK, at(11), worker_ids=(1,))
    take(world, STUDY, at(12, 30), worker_ids=(3,))
    take(world, HALL, at(15), kind="GRP", worker_ids=(3,))
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=2, since=THURSDAY, until=THURSDAY))
        session.add_all(
            Hours(
                venue_id=id_, weekday=3, use="staffed", opens=time(10), closes=time(17)
            )
            for id_ in (1, 2, 3)
        )


def fitting(known: Judged, room: Room) -> Iterator[datetime]:
    """Every start of the day, on the five minutes, to which no rule objects."""
    length = known.asked.period.minutes
    for minutes in range(8 * 60, 22 * 60, 5):
        start = at(0) + timedelta(minutes=minutes)
        asked = replace(known.asked, period=Period.lasting(start, length))
        proposal = facts.proposal(asked, room, known.days[room.id], known.about)
        if not any(found.refuses for found in rules.examine(proposal)):
            yield start


@pytest.mark.parametrize("hour", [9, 11, 15, 19])
@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"needs": ("staffed",)},
        {"kind": "GRP", "people": 6},
        {"references": (), "worker_ids": (1, 3)},
    ],
)
def test_they_are_right_and_the_nearest_of_all_is_among_them(
    world: Any, hour: int, changed: dict[str, Any]
) -> None:
    spoil(world)
    known = judged(world, at(hour), **changed)
    others = OtherStarts(known, EARLIEST)

    for room in known.rooms:
        every = list(fitting(known, room))
        found = others.of(room)

        assert set(found) <= set(every)
        assert [s for s in every if others.fits(room, s)] == every
        nearest = min((abs(start - at(hour)) for start in every), default=None)
        assert nearest == min((abs(s - at(hour)) for s in found), default=None)


def test_a_room_that_no_time_helps_has_none(world: Any) -> None:
    known = judged(world, at(15), people=30)

    found = [OtherStarts(known, EARLIEST).of(room) for room in known.rooms]

    assert set(found) == {()}


def test_a_start_that_is_over_or_off_the_day_does_not_fit(world: Any) -> None:
    known = judged(world, at(15))
    others = OtherStarts(known, at(14))
    room = known.rooms[0]

    assert others.fits(room, at(14))
    assert not others.fits(room, at(13, 55))
    assert not others.fits(room, at(15) + timedelta(days=1))


def test_the_workers_and_the_case_are_free_at_all_of_them(world: Any) -> None:
    take(world, OAK, at(15), worker_ids=(1,))
    take(world, STUDY, at(16), worker_ids=(3,), references=("WA-20417",))
    known = judged(world, at(15))

    found = OtherStarts(known, EARLIEST).of(known.catalogue.rooms[WILLOW])

    assert found == (at(9), at(14), at(16, 50), at(19))
