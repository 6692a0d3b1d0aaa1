"""A few rooms that many people want at once, for programs that race in them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from venues.address import Place
from venues.database import keys
from venues.database.models import (
    AppointmentType,
    Authority,
    Case,
    CaseStaff,
    Hours,
    Room,
    RoomSpace,
    Separation,
    Space,
    Staff,
    Venue,
)
from venues.database.session import Database
from venues.domain.people import Audience, Role, Viewer
from venues.domain.period import Period
from venues.services.asking import Request

NOW = datetime(2026, 11, 23, 8)
FIRST = date(2026, 11, 30)  # the Monday from which they book
SINCE = date(2026, 1, 1)
PEOPLE = 16

WILLOW, OAK, HALL, HALL_A, HALL_B, STUDY = range(1, 7)
SPACES = {
    WILLOW: (1,),
    OAK: (2,),
    HALL: (3, 4),
    HALL_A: (3,),
    HALL_B: (4,),
    STUDY: (5,),
}
PRIZES = ((WILLOW,), (OAK,), (STUDY,), (HALL, HALL_A, HALL_B))
"""What is raced for in one round: a room, or a hall and its halves."""

ROOMS = (WILLOW, OAK, HALL_A, HALL_B)
"""Rooms of one venue that have nothing to do with each other."""

LATE = 399
"""Days, in whole weeks, after which those who are kept apart race."""

HOURS = (9, 11, 13, 15, 17)
"""When rounds take place, far enough apart never to touch each other."""


def build(place: Place) -> None:
    """Fill a new database: two venues, six rooms, and people with a case each.

    Each two cases, the first and second, third and fourth, are kept apart.
    """
    database = Database.open(place, create=True)
    with database.write() as session:
        _places(session)
        _rooms(session)
        _kinds(session)
        _people(session)
        session.flush()
        keys.catch_up(session)
    database.close()


def _places(session: Session) -> None:
    session.add(
        Authority(id=1, code="WAR", gss="E06000007", name="Warrington", short="W")
    )
    session.flush()
    for id_, name, easting in ((1, "Millbrook", 360_000), (2, "Railside", 369_000)):
        session.add(
            Venue(id=id_, name=name, authority_id=1, easting=easting, northing=388_000)
        )
        session.flush()
        session.add_all(
            Hours(
                venue_id=id_,
                weekday=weekday,
                use="usable",
                opens=time(8),
                closes=time(21),
            )
            for weekday in range(5)
        )


def _rooms(session: Session) -> None:
    for id_, spaces in SPACES.items():
        venue_id = 2 if id_ == STUDY else 1
        turnaround = 10 if id_ == OAK else 0
        session.add(
            Room(
                id=id_,
                venue_id=venue_id,
                name=f"Room {id_}",
                seats_circle=8,
                turnaround=turnaround,
            )
        )
        if len(spaces) == 1:
            session.add(Space(id=spaces[0], venue_id=venue_id, name=f"Part {id_}"))
    session.flush()
    session.add_all(
        RoomSpace(room_id=id_, space_id=space)
        for id_, spaces in SPACES.items()
        for space in spaces
    )


def _kinds(session: Session) -> None:
    session.add_all(
        AppointmentType(
            code=code,
            label=code,
            set=set_,
            minutes=60,
            shortest=15,
            longest=120,
            people=3,
            set_up=around,
            clear_down=around,
        )
        for code, set_, around in (("SUP", "CH", 0), ("GRP", "GR", 15))
    )


def _people(session: Session) -> None:
    numbers = range(1, PEOPLE + 1)
    session.add_all(
        Staff(id=n, login=viewer(n).login, name=viewer(n).name, role="practitioner")
        for n in numbers
    )
    session.add_all(
        Case(id=n, reference=reference(n), kind="child", confirmed=True)
        for n in numbers
    )
    session.flush()
    session.add_all(CaseStaff(case_id=n, staff_id=n, since=SINCE) for n in numbers)
    session.add_all(
        Separation(first_id=n, second_id=n + 1, kind="no contact", since=SINCE)
        for n in numbers[::2]
    )


def viewer(number: int) -> Viewer:
    """The practitioner of that number."""
    login = f"practitioner.{number:02d}"
    return Viewer(number, login, f"Practitioner {number:02d}", Role.PRACTITIONER, 1)


def reference(number: int) -> str:
    """The case on that practitioner's list."""
    return f"WA-{20_000 + number}"


def request(number: int, room_id: int, period: Period, **more: Any) -> Request:
    """What that practitioner asks for."""
    usual: dict[str, Any] = {
        "audience": Audience.CHILD,
        "kind": "SUP",
        "people": 3,
        "worker_ids": (number,),
        "accepted": {
            "R15": "A colleague waits to hear",
            "R18": "The school has agreed",
            "R19": "It is next door",
        },
    }
    return Request(room_ids=(room_id,), period=period, **usual | more)


def weekdays() -> Iterator[date]:
    """The days to book on, in order."""
    day = FIRST
    while True:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)


def at(round_: int, dice: random.Random) -> Period:
    """An hour in the round's two: any two of them share half an hour."""
    days = weekdays()
    for _ in range(round_ // len(HOURS)):
        next(days)
    start = time(HOURS[round_ % len(HOURS)], dice.choice((0, 15, 30)))
    return Period.lasting(datetime.combine(next(days), start), 60)


def on(round_: int) -> Period:
    """The same hour for all, on a day of its own for each round."""
    day = FIRST + timedelta(days=LATE + 7 * (round_ // 5) + round_ % 5)
    return Period.lasting(datetime.combine(day, time(11)), 60)


def anywhere(dice: random.Random) -> Period:
    """Some time in three days, so that all meet often."""
    day = FIRST + timedelta(days=dice.randrange(3))
    start = datetime.combine(day, time(8)) + timedelta(minutes=5 * dice.randrange(132))
    return Period.lasting(start, dice.choice((30, 45, 60, 90)))
